//! Data of inflection: the words that no rule can tell, each list with what it is a list of.
//!
//! Law: every list is lower case, and no word stands in a table twice (tested).

use std::collections::HashMap;
use std::sync::LazyLock;

type Table = LazyLock<HashMap<&'static str, &'static str>>;

/// Base -> past tenses and participles. Prefixed verbs follow their base (see [`VERB_PREFIXES`]).
pub(super) static VERBS: Table = LazyLock::new(|| table(VERB_LINES));

/// Singular -> plurals. Compounds follow their last part where [`NOUN_HEADS`] has it.
pub(super) static NOUNS: Table = LazyLock::new(|| table(NOUN_LINES));

/// Adjective -> comparatives and superlatives.
pub(super) static ADJECTIVES: Table = LazyLock::new(|| table(ADJECTIVE_LINES));

/// Adjective -> adverb.
pub(super) static ADVERBS: Table = LazyLock::new(|| table(ADVERB_LINES));

fn table(lines: &'static str) -> HashMap<&'static str, &'static str> {
    rows(lines).collect()
}

fn rows(lines: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lines.split(',').filter_map(|row| row.trim().split_once(char::is_whitespace))
}

/// Whether a list of words separated by white space holds the word.
pub(super) fn holds(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|listed| listed == word)
}

const VERB_LINES: &str = "
    abide abided abode, alight alighted alit, arise arose arisen, awake awoke awoken,
    babysit babysat, backslide backslid backslidden, bear bore borne born, beat beat beaten,
    become became become, befall befell befallen, beget begot begat begotten, begin began begun,
    behold beheld, bend bent, bereave bereaved bereft, beseech besought beseeched, beset beset,
    bespeak bespoke bespoken, bestride bestrode bestrid bestridden, bet bet betted,
    betake betook betaken, bid bid bade bidden, bind bound, bite bit bitten, bleed bled,
    bless blessed blest, blow blew blown, break broke broken, breed bred, bring brought,
    broadcast broadcast broadcasted, browbeat browbeat browbeaten, build built, burn burned burnt,
    burst burst, bust busted bust, buy bought, cast cast, catch caught, chide chided chid chidden,
    choose chose chosen, cleave cleaved cleft clove cloven, cling clung, clothe clothed clad,
    come came come, cost cost costed, countersink countersank countersunk, creep crept,
    crossbreed crossbred, cut cut, deal dealt, dig dug, disprove disproved disproven,
    dive dived dove, draw drew drawn, dream dreamed dreamt, drink drank drunk, drive drove driven,
    dwell dwelt dwelled, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought,
    find found, fit fitted fit, flee fled, fling flung, floodlight floodlit floodlighted,
    fly flew flown, forbear forbore forborne, forbid forbade forbad forbidden,
    forecast forecast forecasted, forget forgot forgotten, forgive forgave forgiven,
    forgo forwent forgone, forsake forsook forsaken, forswear forswore forsworn,
    freeze froze frozen, gainsay gainsaid, get got gotten, ghostwrite ghostwrote ghostwritten,
    gild gilded gilt, gird girded girt, give gave given, go went gone, grind ground,
    grow grew grown, hamstring hamstrung, handwrite handwrote handwritten, hang hung hanged,
    hear heard, heave heaved hove, hew hewed hewn, hide hid hidden, hit hit, hold held, hurt hurt,
    inbreed inbred, inlay inlaid, input input inputted, inset inset insetted,
    joyride joyrode joyridden, keep kept, kneel knelt kneeled, knit knitted knit, know knew known,
    lade laded laden, lay laid, lead led, lean leaned leant, leap leaped leapt,
    learn learned learnt, leave left, lend lent, let let, lie lay lain lied, light lit lighted,
    lipread lipread, lose lost, make made, mean meant, meet met, mow mowed mown,
    output output outputted, partake partook partaken, pay paid, plead pleaded pled,
    proofread proofread, prove proved proven, put put, quit quit quitted, read read, rend rent,
    rid rid ridded, ride rode ridden, ring rang rung, rise rose risen, run ran run,
    saw sawed sawn, say said, see saw seen, seek sought, sell sold, send sent, set set,
    sew sewed sewn, shake shook shaken, shear sheared shorn, shed shed, shine shone shined,
    shit shat shit shitted, shoe shod shoed, shoot shot, show showed shown,
    shrink shrank shrunk shrunken, shrive shrove shriven, shut shut, simulcast simulcast,
    sing sang sung, sink sank sunk sunken, sit sat, slay slew slain slayed, sleep slept,
    slide slid, sling slung, slink slunk, slit slit, smell smelled smelt, smite smote smitten,
    sow sowed sown, speak spoke spoken, speed sped speeded, spell spelled spelt, spend spent,
    spill spilled spilt, spin spun span, spit spat spit, split split, spoil spoiled spoilt,
    spoonfeed spoonfed, spread spread, spring sprang sprung, stand stood, stave staved stove,
    steal stole stolen, stick stuck, sting stung, stink stank stunk, strew strewed strewn,
    stride strode stridden, strike struck stricken, string strung, strive strove striven strived,
    sublet sublet, swear swore sworn, sweat sweated sweat, sweep swept, swell swelled swollen,
    swim swam swum, swing swung, take took taken, teach taught, tear tore torn, telecast telecast,
    tell told, think thought, thrive thrived throve thriven, throw threw thrown, thrust thrust,
    tread trod trodden, typecast typecast, typeset typeset, understand understood,
    wake woke woken waked, waylay waylaid, wear wore worn, weave wove woven weaved,
    wed wedded wed, weep wept, wet wet wetted, win won, wind wound, wring wrung,
    write wrote written";

/// The pasts and participles of [`VERBS`], and done.
pub(super) fn pasts() -> impl Iterator<Item = &'static str> {
    VERBS.values().flat_map(|pasts| pasts.split_ascii_whitespace()).chain(["done"])
}

/// Prefixes behind which an irregular verb stays irregular: overthrow, mislead, foresee, uphold.
pub(super) const VERB_PREFIXES: &[&str] = &[
    "back", "counter", "fore", "inter", "mis", "off", "out", "over", "pre", "re", "un", "under",
    "up", "with",
];

/// Verbs that look like a prefix and an irregular verb, and are regular.
pub(super) const REGULAR_VERBS: &str = "interleave relay";

/// Verbs of more than one syllable that double the last consonant: the stress is on the end, or
/// the end is a short verb of its own.
pub(super) const DOUBLING: &str = "
    abet abhor abut acquit admit airdrop allot annul appal aver babysit backdrop backlog
    backslap backstab backstop bedim befit befog beget begin beset bestir bobsled bootleg
    bootstrap catnap cobweb commit compel concur confer control corral costar debar debug defer
    defog demob demur deter diagram disbar disinter dispel distil earwig eavesdrop embed emit
    enrol enthral entrap enwrap equip excel expel extol forbid forget format fulfil handicap
    hobnob horsewhip humbug imbed impel incur infer input instil inter intermit jetlag kneecap
    leapfrog login manumit misfit nonplus occur omit outbid outcrop outfit outgun output outrun
    outspin outstrip outwit overlap overrun overspin overstep overtop patrol permit prefer
    propel rebel rebut recap recommit recur refer refit regret remit repel rerun reset reship
    retrofit sandbag sideslip sidestep sublet submit transfer tranship transmit typeset unbar
    unclog undercut underpin unman unpeg unpin unplug unrig unstop unwrap unzip upset waterlog
    wigwag wiretap zigzag";

/// Verbs in an unstressed vowel and -l: doubled in British spelling, single in American.
pub(super) const L_VERBS: &str = "
    apparel backpedal barrel bedevil bejewel bevel cancel carol cavil channel chisel corbel
    counsel credential cudgel devil dial disembowel dishevel dowel drivel duel empanel enamel
    equal fuel funnel gambol gravel grovel gruel hovel impanel imperil initial jewel kennel
    label laurel level libel marshal marvel medal metal model outrival panel parcel pedal pencil
    pistol pommel pummel quarrel ravel revel rival rowel shovel shrivel signal snivel snorkel
    spiral squirrel stencil swivel tassel tinsel total towel trammel travel trial trowel tunnel
    unravel victual weasel yodel";

/// Verbs that are written both ways: doubled, and (first in American use) single.
pub(super) const DOUBLING_AT_WILL: &str =
    "benefit bias bus combat focus kidnap leaflet program worship";

/// Words in -ch that is spoken as k: plural and third person in -s.
pub(super) const HARD_CH: &str = "
    almanach conch czech epoch eunuch hierarch loch matriarch monarch oligarch patriarch
    stomach tech tetrarch";

const NOUN_LINES: &str = "
    addendum addenda addendums, afterlife afterlives, aircraft aircraft, alga algae,
    alumna alumnae, alumnus alumni, antenna antennas antennae, apex apexes apices,
    appendix appendices appendixes, aquarium aquariums aquaria, auditorium auditoriums auditoria,
    aura auras aurae, automaton automatons automata, axis axes, bacillus bacilli,
    bacterium bacteria, barracks barracks, beau beaus beaux, brother brothers brethren,
    bureau bureaus bureaux, bus buses busses, cactus cacti cactuses, calf calves, chassis chassis,
    chateau chateaux chateaus, cherub cherubs cherubim, child children, codex codices,
    colossus colossi colossuses, consortium consortia consortiums, continuum continuums continua,
    corps corps, corpus corpora corpuses, craft craft crafts, criterion criteria criterions,
    crossroads crossroads, curriculum curricula curriculums, datum data, deer deer,
    dictum dictums dicta, die dice dies, dogma dogmas dogmata, dwarf dwarfs dwarves, elf elves,
    erratum errata, ferryman ferrymen, fez fezzes, fish fish fishes, focus focuses foci,
    foot feet, formula formulas formulae, forum forums fora, fungus fungi funguses,
    gallows gallows, ganglion ganglia, gas gases gasses, genus genera, goose geese, grouse grouse,
    half halves, halfpenny halfpennies halfpence, headquarters headquarters,
    honorarium honoraria honorariums, hoof hooves hoofs, index indexes indices,
    iris irises irides, kibbutz kibbutzim kibbutzes, knife knives, larva larvae, leaf leaves,
    libretto librettos libretti, life lives, loaf loaves, locus loci, louse lice, man men,
    matrix matrices matrixes, maximum maxima maximums, means means, medium media mediums,
    memorandum memoranda memorandums, milieu milieus milieux, millennium millennia millenniums,
    minimum minima minimums, minutia minutiae, money moneys monies, moose moose,
    moratorium moratoriums moratoria, mouse mice, nebula nebulae nebulas, nemesis nemeses,
    nucleus nuclei, octopus octopuses octopi, offspring offspring offsprings,
    optimum optima optimums, opus opuses opera, ox oxen, passerby passersby, penny pennies pence,
    person people persons, persona personas personae, phenomenon phenomena phenomenons,
    plateau plateaus plateaux, podium podiums podia, quantum quanta, quiz quizzes,
    radius radii radiuses, referendum referendums referenda, salmon salmon, scarf scarves scarfs,
    schema schemas schemata, self selves, seraph seraphs seraphim, series series, sheaf sheaves,
    sheep sheep, shelf shelves, shrimp shrimp shrimps, species species,
    spectrum spectra spectrums, stadium stadiums stadia, staff staffs staves,
    stigma stigmas stigmata, stimulus stimuli, stratum strata, swine swine,
    syllabus syllabuses syllabi, symposium symposia symposiums, tableau tableaux tableaus,
    terminus termini terminuses, testis testes, thesaurus thesauruses thesauri, thief thieves,
    tooth teeth, trout trout, turf turfs turves, ultimatum ultimatums ultimata,
    vertebra vertebrae vertebras, vertex vertices vertexes, virtuoso virtuosos virtuosi,
    vortex vortices vortexes, wharf wharves wharfs, whiz whizzes, wife wives, wolf wolves,
    woman women";

/// Nouns that make compounds which take their plural: statesman, grandchild, housewife.
pub(super) const NOUN_HEADS: &[&str] = &[
    "woman", "man", "child", "person", "wife", "foot", "tooth", "goose", "mouse", "wolf", "thief",
    "knife", "shelf", "self", "leaf", "loaf", "half", "craft", "life",
];

/// Nouns that end like one of [`NOUN_HEADS`] and take a plain -s.
pub(super) const NO_COMPOUNDS: &str = "
    brahman caiman german human inhuman lowlife mongoose norman ottoman roman shaman statecraft
    subhuman superhuman talisman turcoman witchcraft";

/// Nouns in a consonant and -o with a plural in -oes alone.
pub(super) const OES: &str = "echo embargo go hero negro no potato superhero tomato torpedo veto";

/// Nouns in a consonant and -o with a plural in -oes and one in -os.
pub(super) const OES_OR_OS: &str = "
    antihero archipelago banjo bravado buffalo cargo commando desperado domino fiasco flamingo fresco ghetto grotto
    halo innuendo lingo mango manifesto memento mosquito motto mulatto peccadillo portico
    proviso salvo tornado tuxedo volcano zero";

const ADJECTIVE_LINES: &str = "
    able abler ablest, ample ampler amplest, bad worse worst, bitter bitterer bitterest,
    clever cleverer cleverest, common commoner commonest,
    cruel crueller cruellest crueler cruelest, dry drier driest dryer dryest,
    evil eviller evillest eviler evilest, far farther farthest further furthest,
    feeble feebler feeblest, gentle gentler gentlest, good better best, hollow hollower hollowest,
    humble humbler humblest, idle idler idlest, ill worse worst,
    little littler littlest less least, mellow mellower mellowest, narrow narrower narrowest,
    noble nobler noblest, obscure obscurer obscurest, old older oldest elder eldest,
    polite politer politest, profound profounder profoundest, quiet quieter quietest,
    remote remoter remotest, secure securer securest, severe severer severest,
    shallow shallower shallowest, shrill shriller shrillest, shy shyer shyest shier shiest,
    simple simpler simplest, sincere sincerer sincerest, sly slyer slyest slier sliest,
    stupid stupider stupidest, subtle subtler subtlest, tender tenderer tenderest,
    wry wryer wryest wrier wriest";

/// Adjectives that look as if they could be compared and are not.
pub(super) const NOT_COMPARED: &str = "
    back born bound chief clad daily done drawn dual due fake first fore fraught front head hind
    home hourly joint last less lone main male mere mock monthly moot much next nightly north
    null one only own past prime proof quarterly right same shot sole split stuck such there top
    twin two weekly well west whole worth wrong yearly";

/// Ends of adjectives that are longer than their groups of vowels, and are not compared.
pub(super) const LONG_ENDS: &[&str] =
    &["ous", "ish", "ing", "ied", "uid", "ual", "yal", "ial", "uent", "iant", "yant", "oic", "ior"];

const ADVERB_LINES: &str = "
    due duly, eerie eerily, gay gaily, public publicly, supple supplely, true truly, undue unduly,
    untrue untruly, whole wholly";

/// Adjectives whose adverb is the word itself, or that have none.
pub(super) const NO_ADVERB: &str = "
    afraid alive alone asleep awake big difficult far fast good hard ill little long low
    more much old own red small straight such tall well young";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_stands_twice_in_a_table() {
        for lines in [VERB_LINES, NOUN_LINES, ADJECTIVE_LINES, ADVERB_LINES] {
            let mut words: Vec<_> = rows(lines).map(|(word, _)| word).collect();
            words.sort_unstable();
            let twice: Vec<_> = words.windows(2).filter(|w| w[0] == w[1]).collect();
            assert!(twice.is_empty(), "{twice:?}");
        }
    }
}
