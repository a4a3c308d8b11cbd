//! Data of spelling: families of words written in two ways.
//!
//! Laws: a row is two stems and the endings that both take (`-` is none); every list is lower case;
//! no row stands twice (tested).

/// What may follow a stem in -our or -or.
pub(super) const OUR_ENDINGS: &str = "
    - s ed ing ings er ers less ful fully fulness able ably ingly y ies ly liness hood hoods";

/// Stems in -our (British) and -or (American).
pub(super) const OUR: &str = "
    ardour arbour armour behaviour behavioural behaviourally behaviourism behaviourist
    behaviourists belabour candour clamour clangour colour colourist colourists colouration
    demeanour discolour disfavour dishonour dolour enamour endeavour favour favourite favourites
    favouritism fervour flavour flavourings flavoursome harbour honour honouree humour
    labour labourite labourites misbehaviour misdemeanour misdemeanours neighbour
    odour parlour rancour rigour rumour saviour savour splendour succour tricolour tumour unsavour
    valour vapour vigour watercolour";

/// What may follow the doubled or single last consonant of a verb.
pub(super) const DOUBLED_ENDINGS: &str = "
    ed ing ings ingly er ers or ors ist ists ous ously";

/// What may follow -is- or -iz-.
pub(super) const ISE_ENDINGS: &str = "
    e es ed edly er ers ing ingly ings able ability ation ations ational ationally ationist
    ationists";

/// Ends of stems in -is- alone, whatever stands before them.
pub(super) const S_ALONE: &str = "
    abscis advertis advis arthritis bronchitis carditis chastis chrysalis circumcis clematis
    clitoris compromis concis cullis despis devis epidermis excis exercis expertis franchis
    haggis hepatitis highris improvis incis merchandis moonris nephritis opolis paradis pelvis
    practis precis premis pris proboscis promis revis sunris supervis surmis televis treatis
    trellis verdigris wis";

/// Words in -is- alone that end like others in -iz- ("demise", but "academize").
pub(super) const S_ALONE_WORDS: &str =
    "ceris chemis demis mantis marquis mortis penis remis tennis valis glottis cannabis";

/// Stems that end in -iz- alone.
pub(super) const Z_ALONE: &str = "
    assiz bitesiz capsiz downsiz kingsiz lifesiz midsiz outsiz oversiz pintsiz resiz
    rightsiz supersiz undersiz upsiz";

/// Prefixes behind which the lists of -our and of doubled consonants hold ("unfavourable").
pub(super) const PREFIXES: &[&str] = &[
    "anti", "be", "counter", "de", "dis", "im", "mis", "multi", "non", "out", "over", "pre", "pro",
    "re", "un", "under",
];

/// British stem, American stem, endings of both.
pub(super) const ROWS: &str = "
    analys analyz e es ed er ers ing able
    paralys paralyz e es ed ing ingly er ers
    catalys catalyz e es ed ing er ers
    hydrolys hydrolyz e es ed ing
    electrolys electrolyz e es ed ing
    dialys dialyz e es ed ing er
    breathalys breathalyz e ed er ers ing
    theatre theater - s goer goers
    amphitheatre amphitheater - s
    centre center - s piece pieces field
    centr center ed ing
    metre meter - s
    centimetre centimeter - s
    kilometre kilometer - s
    millimetre millimeter - s
    litre liter - s
    millilitre milliliter - s
    fibre fiber - s glass
    calibre caliber - s
    sabre saber - s
    spectre specter - s
    sceptre scepter - s
    sceptred sceptered -
    sombre somber - ly ness
    lustre luster - less
    lacklustre lackluster -
    meagre meager - ly ness
    mitre miter - s
    nitre niter -
    saltpetre saltpeter -
    ochre ocher - s
    goitre goiter - s
    sepulchre sepulcher - s
    philtre philter - s
    louvre louver - s
    louvred louvered -
    reconnoitre reconnoiter - s
    reconnoitr reconnoiter ed ing
    accoutrement accouterment - s
    manoeuvre maneuver - s
    manoeuvr maneuver ed ing ings able ability er ers
    defence defense - s less lessness
    offence offense - s
    pretence pretense - s
    licence license - s
    practic practis e es ed ing
    dialogue dialog - s
    catalogue catalog - s
    catalogu catalog ed ing er
    analogue analog - s
    monologue monolog - s
    prologue prolog - s
    epilogue epilog - s
    travelogue travelog - s
    demagogue demagog - s
    pedagogue pedagog - s
    synagogue synagog - s
    programme program - s
    kilogramme kilogram - s
    annexe annex -
    axe ax -
    grey gray - s ed er est ing ish ness
    sceptic skeptic - s al ally ism
    cheque check - s book books
    chequ check er ers ered erboard
    plough plow - s ed ing man men share shares
    mould mold - s ed ing ings y er ering ered
    moult molt - s ed ing
    smoulder smolder - s ed ing
    ageing aging -
    judgement judgment - s al ally
    acknowledgement acknowledgment - s
    abridgement abridgment - s
    lodgement lodgment - s
    fledgeling fledgling - s
    likeable likable -
    sizeable sizable -
    sizeably sizably -
    loveable lovable -
    liveable livable -
    saleable salable -
    useable usable -
    shakeabl shakabl e y
    moveable movable - s
    haemorrhag hemorrhag e es ed ing ic
    haemorrhoid hemorrhoid - s
    haemoglobin hemoglobin -
    haemophilia hemophilia - c cs
    haematolog hematolog y ist ical
    anaemi anemi a c cs
    leukaemi leukemi a c
    ischaemi ischemi a c
    septicaemia septicemia -
    toxaemia toxemia -
    anaesthe anesthe tic tics sia tist tists siologist siology
    anaesthetis anesthetis e es ed ing ation
    anaesthetiz anesthetiz e es ed ing ation
    aesthet esthet e es ic ics ical ically
    paediatric pediatric - s ian ians
    paedophil pedophil e es ia iac
    orthopaedic orthopedic - s
    encyclopaedi encyclopedi a as c
    archaeolog archeolog y ist ists ical ically
    mediaeval medieval - ist ism
    gynaecolog gynecolog y ist ists ical
    caesarean cesarean - s
    faec fec es al
    palaeo paleo lithic ntology ntologist
    primaeval primeval -
    oestrogen estrogen - s ic
    oestrus estrus -
    oesophag esophag us eal
    oedema edema - s
    foetus fetus - es
    foet fet al
    foeticide feticide - s
    diarrhoea diarrhea - l
    amoeba ameba - s e
    homoeopath homeopath - s y ic
    fulfil fulfill - s ment ments
    skilful skillful - ly ness
    wilful willful - ly ness
    enrol enroll - s ment ments
    instil instill - s ment
    distil distill - s
    enthral enthrall - s ment
    appal appall - s
    instalment installment - s
    councillor councilor - s
    tranquilli tranquili ty ser se sed zer ze zed
    chilli chili - es
    woollen woolen - s
    jewellery jewelry -
    pedlar peddler - s
    callisthenic calisthenic - s
    cancellation cancelation - s
    dulness dullness -
    fulness fullness -
    aluminium aluminum -
    aeroplane airplane - s
    artefact artifact - s ual
    pyjama pajama - s
    moustache mustache - s d
    moustachioed mustachioed -
    cosy cozy -
    cosi cozi er est ly ness es
    gaol jail - s ed er ers ing
    tyre tire - s
    yoghurt yogurt - s
    doughnut donut - s
    sulph sulf ur urs uric urous ate ates ide ides
    whisky whiskey - s
    omelette omelet - s
    cypher cipher - s
    adviser advisor - s
    protester protestor - s
    impostor imposter - s
    conjurer conjuror - s
    enquir inquir e es ed er ers ing ingly y ies
    despatch dispatch - es ed ing er ers
    disc disk - s
    gipsy gypsy -
    gipsies gypsies -
    tsar czar - s ist ists ism ina
    tzar czar - s ist ism
    tsar tzar - s ist ism
    behove behoove - s d
    furore furor - s
    carcase carcass -
    connexion connection - s
    inflexion inflection - s
    reflexion reflection - s
    toward towards -
    skulduggery skullduggery -
    dumfound dumbfound - s ed ing
    mollusc mollusk - s
    racquet racket - s
    queueing queuing -
    wagon waggon - s
    grandad granddad - s
    reanalys reanalyz e es ed ing
    psychoanalys psychoanalyz e es ed ing
    overanalys overanalyz e es ed ing
    unanalys unanalyz ed
    decentr decenter ed ing
    decypher decipher - s ed ing able
    remould remold - s ed ing";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_stands_twice() {
        let mut rows: Vec<_> = ROWS
            .trim()
            .lines()
            .map(|row| row.split_ascii_whitespace().take(2).collect::<Vec<_>>())
            .collect();
        rows.sort_unstable();
        let twice: Vec<_> = rows.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn every_row_has_two_stems_and_an_ending() {
        for row in ROWS.trim().lines() {
            assert!(row.split_ascii_whitespace().count() > 2, "{row}");
        }
    }
}
