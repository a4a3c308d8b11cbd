//! Tests of sentences, most of them tables.

use crate::text::{Document, Layout};

/// A paragraph and its sentences.
type Case = (&'static str, &'static [&'static str]);

#[rustfmt::skip]
const CASES: &[Case] = &[
    // plain stops
    ("It rained. We left.", &["It rained.", "We left."]),
    ("Who came? Nobody! They stayed away.", &["Who came?", "Nobody!", "They stayed away."]),
    ("No stop at all", &["No stop at all"]),
    ("One line.\nAnother line.", &["One line.", "Another line."]),
    ("A line that\nruns on. And\r\nends.", &["A line that\nruns on.", "And\r\nends."]),
    ("Two spaces.  Then more.", &["Two spaces.", "Then more."]),
    ("What?! Surely not.", &["What?!", "Surely not."]),
    ("It ended.Next came nothing.", &["It ended.Next came nothing."]),
    ("It began in 1990. 300 people came.", &["It began in 1990.", "300 people came."]),
    ("Prices fell. $5 was enough.", &["Prices fell.", "$5 was enough."]),
    ("He left. — So they said.", &["He left. — So they said."]),
    ("Élan vital. Über alles.", &["Élan vital.", "Über alles."]),
    ("他来了。他走了。", &["他来了。", "他走了。"]),
    ("Он ушёл. Она осталась.", &["Он ушёл.", "Она осталась."]),
    ("She bought it. iPhone sales rose.", &["She bought it.", "iPhone sales rose."]),
    ("He stopped. then he went on.", &["He stopped. then he went on."]),
    // titles
    ("Mr. Hale met Mrs. Orr. Ms. Low came.", &["Mr. Hale met Mrs. Orr.", "Ms. Low came."]),
    ("Dr. Ames and Prof. Birch agreed.", &["Dr. Ames and Prof. Birch agreed."]),
    ("Gen. Rook told Sen. Pike. He nodded.", &["Gen. Rook told Sen. Pike.", "He nodded."]),
    ("It was Lt. Col. Finch. It was late.", &["It was Lt. Col. Finch.", "It was late."]),
    ("We flew to St. Lucia. It was hot.", &["We flew to St. Lucia.", "It was hot."]),
    ("He lives on Oak St. The house is red.", &["He lives on Oak St.", "The house is red."]),
    ("Gov. The Elder ruled.", &["Gov. The Elder ruled."]),
    ("MR. HALE SPOKE. GEN. ROOK LEFT.", &["MR. HALE SPOKE.", "GEN. ROOK LEFT."]),
    ("Lt.Gen. Rook came.", &["Lt.Gen. Rook came."]),
    ("Rep. Dell (R-Ky.) Voted no.", &["Rep. Dell (R-Ky.) Voted no."]),
    ("Mt. Ash and Ft. Birch stand.", &["Mt. Ash and Ft. Birch stand."]),
    ("He was a good rep. Smith was not.", &["He was a good rep.", "Smith was not."]),
    ("The Rev. Dr. Ash prayed.", &["The Rev. Dr. Ash prayed."]),
    // months and days
    ("It began on Jan. 29 and ended.", &["It began on Jan. 29 and ended."]),
    ("He came in Sept. The rain did not.", &["He came in Sept.", "The rain did not."]),
    ("They met in Dec. Afterwards came ice.", &["They met in Dec. Afterwards came ice."]),
    ("On Mon. Jan. 3 it opened.", &["On Mon. Jan. 3 it opened."]),
    ("We watched the Sun. Scientists did too.", &["We watched the Sun.", "Scientists did too."]),
    ("On Feb. 3. He left.", &["On Feb. 3.", "He left."]),
    // numbers
    ("Office No. 3 is shut.", &["Office No. 3 is shut."]),
    ("She said no. He said yes.", &["She said no.", "He said yes."]),
    ("Would he? No. Smith would not.", &["Would he?", "No.", "Smith would not."]),
    ("See p. 5 and pp. 7 to 9. It helps.", &["See p. 5 and pp. 7 to 9.", "It helps."]),
    ("See vol. 2, fig. 4 and ch. 9.", &["See vol. 2, fig. 4 and ch. 9."]),
    ("Nos. 3 and 4 won.", &["Nos. 3 and 4 won."]),
    ("It cost $3.5 million. Too much.", &["It cost $3.5 million.", "Too much."]),
    ("It rose 3.5. It fell 2.1.", &["It rose 3.5.", "It fell 2.1."]),
    ("A rate of .5 is low. So be it.", &["A rate of .5 is low.", "So be it."]),
    // inside a sentence by meaning
    ("Ash vs. Birch was close.", &["Ash vs. Birch was close."]),
    ("Hale v. Orr was heard.", &["Hale v. Orr was heard."]),
    ("Fruit, e.g. Apples, sold.", &["Fruit, e.g. Apples, sold."]),
    ("The port, i.e. Haven, shut.", &["The port, i.e. Haven, shut."]),
    ("Apples, pears, etc. were sold.", &["Apples, pears, etc. were sold."]),
    ("Apples, pears, etc. The rest rotted.", &["Apples, pears, etc.", "The rest rotted."]),
    // either
    ("The U.S. Navy sailed.", &["The U.S. Navy sailed."]),
    ("He left the U.S. The rest stayed.", &["He left the U.S.", "The rest stayed."]),
    ("He left the U.S. to rest.", &["He left the U.S. to rest."]),
    ("The U.N. Council met. It failed.", &["The U.N. Council met.", "It failed."]),
    ("It is the U.S.-led plan. We know.", &["It is the U.S.-led plan.", "We know."]),
    ("It opens at 5 p.m. Monday.", &["It opens at 5 p.m. Monday."]),
    ("It opens at 5 p.m. The doors shut at 9.", &["It opens at 5 p.m.", "The doors shut at 9."]),
    ("At 9 a.m. Smith rose.", &["At 9 a.m. Smith rose."]),
    ("Ore Inc. Chairman Bo Lee quit.", &["Ore Inc. Chairman Bo Lee quit."]),
    ("She joined Ore Inc. But he did not.", &["She joined Ore Inc.", "But he did not."]),
    ("Tin Corp. and Zinc Co. Ltd. merged.", &["Tin Corp. and Zinc Co. Ltd. merged."]),
    ("He has a Ph.D. Nobody knew.", &["He has a Ph.D.", "Nobody knew."]),
    ("A Ph.D. Student spoke.", &["A Ph.D. Student spoke."]),
    ("In Washington, D.C. Mayor Low spoke.", &["In Washington, D.C. Mayor Low spoke."]),
    ("Near Washington, D.C. It snowed.", &["Near Washington, D.C.", "It snowed."]),
    ("Sam Orr Jr. Spoke first.", &["Sam Orr Jr. Spoke first."]),
    ("From the U.S. “We are ready.”", &["From the U.S.", "“We are ready.”"]),
    ("The U.S. A-Team won.", &["The U.S. A-Team won."]),
    ("He left at 5 p.m. Mr. Orr stayed.", &["He left at 5 p.m.", "Mr. Orr stayed."]),
    // initials
    ("J. K. Rowan wrote it.", &["J. K. Rowan wrote it."]),
    ("J.K. Rowan wrote it. We read it.", &["J.K. Rowan wrote it.", "We read it."]),
    ("Guy W. Birch lost. Joy A. Ash won.", &["Guy W. Birch lost.", "Joy A. Ash won."]),
    ("Now for plan B. It is better.", &["Now for plan B.", "It is better."]),
    ("Lee J. A. Smith came.", &["Lee J. A. Smith came."]),
    ("Guy\nW. Birch lost.", &["Guy\nW. Birch lost."]),
    // enumerations
    ("1. The first. 2. The second.", &["1. The first.", "2. The second."]),
    ("1. Buy bread\n2. Buy milk", &["1. Buy bread", "2. Buy milk"]),
    ("IV. The end of it all.", &["IV. The end of it all."]),
    ("b. The small one. It is red.", &["b. The small one.", "It is red."]),
    ("1.2. The scope.", &["1.2. The scope."]),
    ("- One stop.\n- Two stops.", &["- One stop.", "- Two stops."]),
    ("> He came.\n> He left.", &["> He came.", "> He left."]),
    // ellipses
    ("Well... maybe not.", &["Well... maybe not."]),
    ("Well... Maybe not.", &["Well...", "Maybe not."]),
    ("Well… maybe. Well… Maybe.", &["Well… maybe.", "Well…", "Maybe."]),
    ("He left. . . and came back.", &["He left. . . and came back."]),
    ("He left. . . . She stayed.", &["He left. . . .", "She stayed."]),
    ("...we heard it. It was loud.", &["...we heard it.", "It was loud."]),
    ("He said \"...We go.\" Then he went.", &["He said \"...We go.\"", "Then he went."]),
    // closing marks
    ("\"We go.\" She went.", &["\"We go.\"", "She went."]),
    ("“We go.” She went.", &["“We go.”", "She went."]),
    ("“He said ‘no.’” She went.", &["“He said ‘no.’”", "She went."]),
    ("«On y va. » Elle part.", &["«On y va. »", "Elle part."]),
    ("„Komm.“ Sie kam.", &["„Komm.“", "Sie kam."]),
    ("(It was late.) She went.", &["(It was late.)", "She went."]),
    ("It was late (very late). She went.", &["It was late (very late).", "She went."]),
    ("[He left.] She stayed.", &["[He left.]", "She stayed."]),
    ("**Stop.** Go on.", &["**Stop.**", "Go on."]),
    ("It is known.† It is true.", &["It is known.†", "It is true."]),
    ("\"Stop!\" he said. She stopped.", &["\"Stop!\" he said.", "She stopped."]),
    ("“Why?” Orr asked. Nobody knew.", &["“Why?” Orr asked.", "Nobody knew."]),
    ("“Why?” President Jo Orr asked.", &["“Why?” President Jo Orr asked."]),
    ("“Why?” I asked. “Why not?” The end.", &["“Why?” I asked.", "“Why not?”", "The end."]),
    ("“If only…” Mr. Orr said.", &["“If only…” Mr. Orr said."]),
    ("“Go. Run,” she said. He ran.", &["“Go.", "Run,” she said.", "He ran."]),
    ("He said, \"Go.\" \"No.\" She sat.", &["He said, \"Go.\"", "\"No.\"", "She sat."]),
    // brackets in mid-sentence
    ("The plan (what plan?) Orr made failed.", &["The plan (what plan?) Orr made failed."]),
    ("The plan (what plan?) failed.", &["The plan (what plan?) failed."]),
    ("They met (again!). Then they left.", &["They met (again!).", "Then they left."]),
    ("They met (really?) But nobody spoke.", &["They met (really?)", "But nobody spoke."]),
    ("(Who knows?) Time will tell.", &["(Who knows?)", "Time will tell."]),
    // addresses, files, names
    ("See www.example.org. It is new.", &["See www.example.org.", "It is new."]),
    ("See http://example.org/a?B=1 now.", &["See http://example.org/a?B=1 now."]),
    ("Open notes.txt. Then read.", &["Open notes.txt.", "Then read."]),
    ("We like .NET and node.js here.", &["We like .NET and node.js here."]),
    ("Mail a.b@example.org. Wait.", &["Mail a.b@example.org.", "Wait."]),
    ("Yahoo! Inc. fell. It rose again.", &["Yahoo! Inc. fell.", "It rose again."]),
    // a dateline ends nothing
    ("MOSCOW, Jan. 5. /TASS/. Snow fell. It froze.", &["MOSCOW, Jan. 5. /TASS/. Snow fell.", "It froze."]),
];

#[test]
fn sentences() {
    assert!(CASES.len() >= 100);
    let wrong: Vec<_> = CASES
        .iter()
        .map(|&(text, expected)| {
            let document = Document::new(text.to_owned(), Layout::Blank).unwrap();
            let found: Vec<_> = document.sentences.iter().map(|s| s.span.of(text)).collect();
            (text, found, expected)
        })
        .filter(|(_, found, expected)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "text, found, expected: {wrong:#?}");
}
