//! An evaluation as a sheet.

use crate::report::sheet::{Cell, Column, Section, Sheet};
use crate::report::wording::number;
use crate::validate::{Evaluation, Fault, LabelRow, Share};

const MEASURES: &[Column] = &[
    Column::text("measure", "measure"),
    Column::figure("value", "value", 3),
    Column::range("interval", "95\u{A0}% interval", 3),
    Column::text("about", "what it is"),
];

const LABELS: &[Column] = &[
    Column::text("name", "name"),
    Column::figure("marked", "marked", 0),
    Column::figure("found", "found", 0),
    Column::figure("found_as", "so named", 0),
    Column::figure("said", "findings", 0),
    Column::figure("upheld", "upheld", 0),
    Column::figure("precision", "prec.", 2),
    Column::range("precision_interval", "interval", 2),
    Column::figure("recall", "recall", 2),
    Column::range("recall_interval", "interval", 2),
    Column::figure("f1", "F1", 2),
    Column::range("f1_interval", "interval", 2),
];

const FAULTS: &[Column] = &[
    Column::figure("count", "", 0),
    Column::text("what", "words"),
    Column::text("label", "name"),
    Column::text("id", "text"),
    Column::text("sentence", "first sentence"),
];

/// The sheet of an evaluation against `gold`, as it is named.
pub fn evaluation(gold: &str, evaluation: &Evaluation) -> Sheet {
    let mut lines = vec![format!(
        "{}, {}, {} compared.",
        number(evaluation.texts as u64, "text"),
        number(evaluation.marks, "mark"),
        number(evaluation.findings, "finding")
    )];
    if let Some(threshold) = evaluation.threshold {
        lines.push(format!("A text is called loaded where its load is above {threshold:.3}."));
    }
    let measure = |m: &crate::validate::MeasuredFigure| {
        let value = Cell::Figure(Some(m.value));
        vec![Cell::text(m.name), value, Cell::Range(m.interval), Cell::text(m.about)]
    };
    Sheet {
        title: format!("Findings against {gold}"),
        lines,
        sections: vec![
            Section {
                id: "measures",
                title: "All in all",
                about: "",
                columns: MEASURES,
                rows: evaluation.measures.iter().map(measure).collect(),
            },
            Section {
                id: "names",
                title: "By name",
                about: "Marked: firm marks. Found: met by any finding; so named: by one of that \
                        name. Upheld: findings that meet such a mark.",
                columns: LABELS,
                rows: evaluation.labels.iter().map(label).collect(),
            },
            faults("misses", "Commonest misses", &evaluation.misses),
            faults("false_alarms", "Commonest false alarms", &evaluation.false_alarms),
        ],
        rows: "names",
    }
}

fn label(row: &LabelRow) -> Vec<Cell> {
    let value = |share: Option<Share>| Cell::Figure(share.map(|share| share.value));
    let range = |share: Option<Share>| Cell::Range(share.and_then(|share| share.interval));
    vec![
        Cell::text(&row.name),
        Cell::Count(row.marked),
        Cell::Count(row.found),
        Cell::Count(row.found_as),
        Cell::Count(row.said),
        Cell::Count(row.upheld),
        value(row.precision),
        range(row.precision),
        value(row.recall),
        range(row.recall),
        value(row.f1),
        range(row.f1),
    ]
}

fn faults(id: &'static str, title: &'static str, faults: &[Fault]) -> Section {
    let row = |fault: &Fault| {
        vec![
            Cell::Count(fault.count),
            Cell::text(&fault.what),
            Cell::text(&fault.label),
            Cell::text(&fault.id),
            Cell::text(&fault.sentence),
        ]
    };
    Section { id, title, about: "", columns: FAULTS, rows: faults.iter().map(row).collect() }
}
