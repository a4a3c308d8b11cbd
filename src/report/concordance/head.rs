//! What stands above the lines, in sentences: what was asked for, how many lines there are, what is left out.

use crate::concordance::{Concordance, Facet, Query, Tally};
use crate::lexicon::{Lexicon, group};
use crate::report::wording::{number, thousands};

/// A title, and sentences.
#[derive(Debug)]
pub(in crate::report) struct Head {
    pub(in crate::report) title: String,
    pub(in crate::report) sentences: Vec<String>,
}

impl Head {
    /// The head of a concordance whose lexicon this is.
    pub(in crate::report) fn of(lexicon: &Lexicon, concordance: &Concordance) -> Self {
        let (title, taken) = asked(lexicon, &concordance.search.query);
        let mut sentences = vec![taken];
        if let Some(actor) = &concordance.search.about {
            sentences.push(format!("Only what is about {}.", actor_name(lexicon, actor)));
        }
        sentences.push(size(concordance));
        sentences.extend(besides(concordance));
        if !concordance.near.is_empty() {
            sentences.push(format!("Nearly so called are: {}.", concordance.near.join(", ")));
        }
        Self { title, sentences }
    }
}

/// The kind of what was asked for, its id or words, and the name that people read.
pub(super) fn names(lexicon: &Lexicon, query: &Query) -> (&'static str, String, String) {
    match query {
        Query::Category(id) => {
            let found = lexicon.categories.iter().find(|category| category.id == *id);
            let title = found.map_or(id.as_str(), |category| &category.title);
            ("category", id.clone(), title.to_owned())
        }
        Query::Group(id) => {
            let title = group(id).map_or(id.as_str(), |group| group.title);
            ("group", id.clone(), title.to_owned())
        }
        Query::Total => ("total", "total".to_owned(), "All cues".to_owned()),
        Query::Actor(id, facet) => {
            let behind = facet.as_ref().map(Facet::name);
            let asked = behind.map_or_else(|| id.clone(), |facet| format!("{id}/{facet}"));
            ("actor", asked, actor_name(lexicon, id).to_owned())
        }
        Query::Term(term) => ("term", term.clone(), term.clone()),
    }
}

/// The title, and what the words were taken for.
fn asked(lexicon: &Lexicon, query: &Query) -> (String, String) {
    let (_, id, name) = names(lexicon, query);
    let word = |id: &str| match id.chars().all(char::is_alphabetic) {
        true => format!(" (For the word itself: term:{id}.)"),
        false => String::new(),
    };
    let merged = "words that several findings share are one line";
    match query {
        Query::Category(_) => {
            (name.clone(), format!("Taken for the category {id}, {name}.{}", word(&id)))
        }
        Query::Group(_) => {
            (name.clone(), format!("Taken for the group {id}, {name}; {merged}.{}", word(&id)))
        }
        Query::Total => (
            name,
            format!("Taken for the total of all groups that are not apart; {merged}.{}", word(&id)),
        ),
        Query::Actor(_, facet) => {
            let which = match facet {
                None => String::new(),
                Some(Facet::Stance(stance)) => format!(", {}", stance.name()),
                Some(Facet::Kind(kind)) => format!(", {kind}"),
            };
            let taken = format!("Taken for the cues about the actor {name}{which}.");
            (format!("About {name}{which}"), taken)
        }
        Query::Term(term) => {
            let taken = "Taken for a term: every place where it stands, headlines too.";
            (format!("“{term}”"), taken.to_owned())
        }
    }
}

/// The name of an actor of the lexicon; of others the id is the name.
fn actor_name<'a>(lexicon: &'a Lexicon, id: &'a str) -> &'a str {
    lexicon.actors.iter().find(|actor| actor.id == id).map_or(id, |actor| &actor.name)
}

/// How many lines there are, which of them are shown, and in what order.
fn size(concordance: &Concordance) -> String {
    let (tally, shown) = (&concordance.tally, concordance.lines.len() as u64);
    let order = concordance.choice.order.about();
    if tally.lines == 0 {
        return format!("No line from {}.", number(tally.documents, "document"));
    }
    let all = number(tally.lines, "line");
    let lines = match concordance.choice.sample {
        _ if shown == tally.lines => all,
        Some((_, seed)) => {
            format!("A random sample of {} of {all} (seed {seed})", thousands(shown))
        }
        None => format!("The first {} of {all} (--limit 0 shows all)", thousands(shown)),
    };
    let (with, of) = (thousands(tally.documents_with), number(tally.documents, "document"));
    let documents = if tally.documents == 1 { of } else { format!("{with} of {of}") };
    format!("{lines}, from {documents}, {order}.")
}

/// What is no line, or is one that reports do not count.
fn besides(concordance: &Concordance) -> Option<String> {
    let Tally { elsewhere, counted, silent, .. } = &concordance.tally;
    let outside = format!("{} in a headline, heading or dateline", thousands(*elsewhere));
    let outside = Some(outside).filter(|_| *elsewhere > 0);
    let silent = silent.iter().map(|(reason, count)| format!("{} {reason}", thousands(*count)));
    let silent: Vec<_> = silent.collect();
    let inside = concordance.search.query.is_term().then_some(&outside).into_iter().flatten();
    let inside = inside.map(|outside| format!("Of these, {outside}."));
    let left = outside.iter().filter(|_| !concordance.search.query.is_term());
    let left: Vec<_> = left.chain(&silent).map(String::as_str).collect();
    let told = match (left.is_empty(), concordance.search.all) {
        (true, _) => None,
        (false, false) => Some(format!("Not among them: {}; --all lists them.", left.join(", "))),
        (false, true) => {
            let (counted, left) = (thousands(*counted), left.join(", "));
            Some(format!("{counted} of them count; the others do not: {left}."))
        }
    };
    let sentences: Vec<_> = inside.chain(told).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}
