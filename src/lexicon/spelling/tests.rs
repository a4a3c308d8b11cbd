//! Tables of pairs, each looked up from both sides, and words that have one spelling.

use super::*;

const PAIRS: &str = "
    organise organize, organised organized, organising organizing, organisation organization,
    organisations organizations, organiser organizer, organisational organizational,
    demonise demonize, demonisation demonization, militarise militarize, demilitarised demilitarized,
    patronisingly patronizingly, recognisable recognizable, weaponise weaponize,
    legitimise legitimize, terrorise terrorize, terrorised terrorized, radicalised radicalized,
    brutalise brutalize, scandalise scandalize, politicised politicized, victimise victimize,
    capitalise capitalize, sympathiser sympathizer, moralising moralizing,
    analyse analyze, analysed analyzed, paralysing paralyzing, paralyse paralyze,
    colour color, coloured colored, colourful colorful, honour honor, dishonour dishonor,
    dishonourable dishonorable, labour labor, favour favor, favourite favorite,
    unfavourable unfavorable, neighbour neighbor, neighbouring neighboring,
    neighbourhood neighborhood, behaviour behavior, behavioural behavioral, humour humor,
    rumour rumor, rumours rumors, harbour harbor, armour armor, armoured armored, vigour vigor,
    rigour rigor, endeavour endeavor, clamour clamor, demeanour demeanor, fervour fervor,
    rancour rancor, saviour savior, splendour splendor, tumour tumor, valour valor,
    theatre theater, centre center, centred centered, metre meter, kilometres kilometers,
    fibre fiber, calibre caliber, sabre saber, sabres sabers, spectre specter, sombre somber,
    meagre meager, manoeuvre maneuver, manoeuvring maneuvering, manoeuvres maneuvers,
    defence defense, defenceless defenseless, offence offense, pretence pretense, licence license,
    dialogue dialog, catalogue catalog, demagogue demagog,
    travelled traveled, travelling traveling, traveller traveler, cancelled canceled,
    labelled labeled, labelling labeling, counselling counseling, counsellor counselor,
    quarrelled quarreled, marvellous marvelous, fuelled fueled, signalling signaling,
    libellous libelous, unrivalled unrivaled, focussed focused, worshipped worshiped,
    programme program, programmes programs, grey gray, greyer grayer, sceptic skeptic,
    sceptical skeptical, scepticism skepticism, cheque check, mould mold, plough plow,
    ploughed plowed, smouldering smoldering, ageing aging, judgement judgment,
    acknowledgement acknowledgment, haemorrhage hemorrhage, haemorrhaging hemorrhaging,
    oestrogen estrogen, paediatric pediatric, anaemia anemia, anaemic anemic, foetus fetus,
    foetal fetal, aluminium aluminum, encyclopaedia encyclopedia, fulfil fulfill,
    fulfilment fulfillment, skilful skillful, wilful willful, enrolment enrollment,
    instalment installment, jewellery jewelry, tranquillity tranquility, artefact artifact,
    moustache mustache, cosy cozy, sulphur sulfur, gaol jail, adviser advisor, tsar czar,
    enquiry inquiry, despatch dispatch, practise practice, likeable likable, councillor councilor";

#[test]
fn pairs_both_ways() {
    let mut wrong = Vec::new();
    for pair in PAIRS.split(',') {
        let (british, american) = pair.trim().split_once(' ').unwrap();
        for (from, to) in [(british, american), (american, british)] {
            if !spellings(from).iter().any(|found| found == to) {
                wrong.push(format!("{from} -> {to}: {:?}", spellings(from)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn words_with_one_spelling() {
    let words = "
        four for hour flour tour our your pour sour devour contour detour velour troubadour glamour
        rise wise promise promised advise advised advisable surprise surprising surprisingly
        compromise compromised uncompromising exercise exercised raise raised praise noise despise
        disguise disguised franchise merchandise improvise improvisation supervise revise devise
        televise uprising otherwise enterprise paradise precise concise crises miser advertiser
        size sized prize seize seized capsize downsizing maize assizes quizzes
        humorous laborious vigorous glamorous honorary humanitarian terror actor mirror error
        tonne enter later water letter parameter number acre ogre mediocre massacre
        fence hence science sense tense
        open opened target targeted cover level model travel fulfilled killed called pulled
        retire entire untoward story vice draft assist insist existing twisted missing dismissed
        vogue rogue league";
    let wrong: Vec<_> = words
        .split_ascii_whitespace()
        .filter(|word| !spellings(word).is_empty())
        .map(|word| format!("{word}: {:?}", spellings(word)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_pair_comes_back() {
    assert_eq!(spellings("demonise"), ["demonize"]);
    assert_eq!(spellings("honor"), ["honour"]);
    assert_eq!(spellings("grey"), ["gray"]);
    assert_eq!(spellings("maneuver"), ["manoeuvre"]);
}

#[test]
fn parts_of_hyphened_words_vary_alone_and_together() {
    assert_eq!(spellings("anti-labour"), ["anti-labor"]);
    let mut all = spellings("colour-analyse");
    all.sort_unstable();
    assert_eq!(all, ["color-analyse", "color-analyze", "colour-analyze"]);
}

#[test]
fn a_variant_may_vary_again() {
    let mut all = spellings("anaesthetise");
    all.sort_unstable();
    assert_eq!(all, ["anaesthetize", "anesthetise", "anesthetize"]);
}

#[test]
fn odd_words_have_no_other_spelling() {
    let long = "colour-".repeat(10_000);
    for word in ["", "-", "is", "ise", "our", "or", "é", "漢字", "u.s", &long] {
        assert!(spellings(word).is_empty(), "{word}");
    }
}
