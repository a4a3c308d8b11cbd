//! Compiles files into a [`Lexicon`]: forms into the matcher's tables, patterns beside them.

mod names;

use std::collections::HashMap;
use std::ops::Range;

use super::actor::{Actor, Alias};
use super::actor_file::{Gazetteer, is_actors};
use super::category::{Block, Category, Entry, EntryKind};
use super::error::LexiconError;
use super::figure::{Asked, Figure};
use super::file::{Case, Inflect, RawRule, Role};
use super::form::{CaseRule, Element, Form, Target};
use super::load::{Loaded, Pattern, SCARE_QUOTES, Term, load, load_part, part_of};
use super::matcher::{Listed, Matcher, three};
use super::rule::{LONGEST_BEFORE, Rule, Surroundings, too_long};
use super::spelling::Spellings;
use super::term::{Piece, forms};
use super::vocabulary::{fold, key};
use super::{CompiledPattern, Lexicon, Source};

/// Compiles the files, in their order.
///
/// # Errors
/// Every fault of every file.
pub(super) fn compile(sources: &[Source<'_>]) -> Result<Lexicon, Vec<LexiconError>> {
    let mut building = Building::default();
    let (actors, others): (Vec<_>, Vec<_>) =
        sources.iter().partition(|source| is_actors(&source.text));
    let (mut parts, heads): (Vec<_>, Vec<_>) =
        others.into_iter().partition(|source| part_of(&source.text).is_some());
    for source in heads {
        building.files.push(source.file.to_string());
        match load(&source.file, &source.text) {
            Ok(loaded) => {
                let id = loaded.category.id.clone();
                let ours = |part: &mut &Source<'_>| part_of(&part.text) == Some(&id);
                building.add(loaded, &parts.extract_if(.., ours).collect::<Vec<_>>());
            }
            Err(faults) => building.faults.extend(faults),
        }
    }
    for part in parts {
        let what = format!("there is no category {:?}", part_of(&part.text).unwrap_or_default());
        let mend = "name one; `framescope lexicon list` shows them".to_owned();
        let (file, key) = (part.file.to_string(), "part_of".to_owned());
        building.faults.push(LexiconError { file, line: 0, key, what, mend });
    }
    match Gazetteer::read(&actors) {
        Ok(gazetteer) => building.add_actors(gazetteer),
        Err(faults) => building.faults.extend(faults),
    }
    building.finish()
}

#[derive(Default)]
struct Building {
    categories: Vec<Category>,
    blocks: Vec<Block>,
    entries: Vec<Entry>,
    files: Vec<String>,
    patterns: Vec<CompiledPattern>,
    scare_quotes: Vec<u32>,
    actors: Vec<Actor>,
    aliases: Vec<Alias>,
    first_alias: u32,
    /// The actor whose names are being added.
    naming: Option<u32>,
    figures: Vec<Figure>,
    matcher: Matcher,
    exact: HashMap<String, u32>,
    spellings: Spellings,
    faults: Vec<LexiconError>,
}

/// The forms of one category that were seen, and the entries that made them.
type Seen = HashMap<Vec<Element>, u32>;

impl Building {
    /// Adds a category and its parts.
    fn add(&mut self, loaded: Loaded, parts: &[&Source<'_>]) {
        let id = &loaded.category.id;
        if let Some(other) = self.categories.iter().find(|category| category.id == *id) {
            let what = format!("the id {id:?} is also that of {}", other.file);
            let (file, key) = (loaded.category.file.clone(), "id".to_owned());
            let mend = "give one of them another id".to_owned();
            self.faults.push(LexiconError { file, line: 0, key, what, mend });
            return;
        }
        let category = self.categories.len() as u32;
        self.categories.push(loaded.category);
        let mut seen = Seen::new();
        for (block, terms) in loaded.blocks {
            self.add_block(category, block, &terms, &mut seen);
        }
        for (block, pattern) in loaded.patterns {
            self.add_pattern(category, block, pattern);
        }
        if let Some(block) = loaded.scare_quotes {
            let term = SCARE_QUOTES.to_owned();
            let kind = EntryKind::ScareQuotes;
            let entry = self.add_entry(category, block, Term { text: term, line: 0 }, kind);
            self.scare_quotes.push(entry);
        }
        if let Some((block, asked)) = loaded.figure {
            self.add_figure(category, block, &asked);
        }
        for part in parts {
            self.files.push(part.file.to_string());
            match load_part(&part.file, &part.text) {
                Ok(blocks) => {
                    for (block, terms) in blocks {
                        self.add_block(category, block, &terms, &mut seen);
                    }
                }
                Err(faults) => self.faults.extend(faults),
            }
        }
    }

    /// The file that is being added.
    fn file(&self) -> u32 {
        self.files.len().saturating_sub(1) as u32
    }

    fn add_entry(&mut self, category: u32, mut block: Block, term: Term, kind: EntryKind) -> u32 {
        block.rule = self.add_rule(term.line, &block);
        self.blocks.push(block);
        let block = self.blocks.len() as u32 - 1;
        let (file, line) = (self.file(), term.line);
        self.entries.push(Entry { category, block, term: term.text, file, line, kind });
        self.entries.len() as u32 - 1
    }

    fn add_pattern(&mut self, category: u32, block: Block, pattern: Pattern) {
        let term = Term { text: pattern.name, line: pattern.line };
        let line = term.line;
        let entry = self.add_entry(category, block, term, EntryKind::Pattern);
        let anchored = !pattern.anchor.is_empty();
        for anchor in &pattern.anchor {
            for elements in self.phrase(line, "anchor", anchor) {
                self.add_form((entry, category), Target::Anchor, 0, elements);
            }
        }
        self.patterns.push(CompiledPattern { entry, regex: pattern.regex, anchored });
    }

    fn add_figure(&mut self, category: u32, block: Block, asked: &Asked) {
        let term = Term { text: asked.kind.name.to_owned(), line: asked.line };
        let entry = self.add_entry(category, block, term, EntryKind::Figure);
        let Matcher { vocabulary, lists_of_words, .. } = &mut self.matcher;
        match lists_of_words.add(vocabulary, &mut self.spellings, asked) {
            Ok(first) => self.figures.push(Figure { entry, kind: asked.kind, first }),
            Err(fault) => self.fault(asked.line, asked.kind.name, fault),
        }
    }

    fn add_block(&mut self, category: u32, mut block: Block, terms: &[Term], seen: &mut Seen) {
        let line = terms.first().map_or(0, |term| term.line);
        let rule = self.add_rule(line, &block);
        block.rule = rule;
        let (inflect, case) = (block.inflect, block.case);
        let conditional = !block.when.is_empty();
        let index = self.blocks.len() as u32;
        self.blocks.push(block);
        for term in terms {
            let entry = self.entries.len() as u32;
            let (text, kind) = (term.text.clone(), EntryKind::Term);
            let (file, line) = (self.file(), term.line);
            self.entries.push(Entry { category, block: index, term: text, file, line, kind });
            let forms = match forms(&term.text, inflect, &mut self.spellings) {
                Ok(forms) => forms,
                Err(fault) => {
                    self.fault(term.line, &term.text, fault);
                    continue;
                }
            };
            for form in forms {
                let elements = match self.elements(&form, case) {
                    Ok(elements) => elements,
                    Err(fault) => {
                        self.fault(term.line, &term.text, fault);
                        break;
                    }
                };
                let slice = &self.matcher.elements[elements.start as usize..elements.end as usize];
                if !conditional
                    && let Some(first) = seen.insert(slice.to_vec(), entry)
                    && first != entry
                {
                    if self.is_same_actor(first) {
                        // "ally" and "allies": two names of one actor.
                        continue;
                    }
                    let first = &self.entries[first as usize];
                    let place = match first.file == self.file() {
                        true => format!("line {}", first.line),
                        false => format!("{}:{}", self.files[first.file as usize], first.line),
                    };
                    let what = format!("is also a form of {:?} in {place}", first.term);
                    let mend = "keep one of the two".to_owned();
                    self.fault(term.line, &term.text, (what, mend));
                    break;
                }
                self.add_form((entry, category), Target::Term, rule, elements);
            }
        }
    }

    /// The number of a block's rule plus one, 0 where it has none.
    fn add_rule(&mut self, line: usize, block: &Block) -> u32 {
        if block.unless.is_empty() && block.when.is_empty() {
            return 0;
        }
        let unless = self.surroundings(line, "unless", &block.unless);
        let when = self.surroundings(line, "when", &block.when);
        self.matcher.rules.push(Rule { unless, when });
        self.matcher.rules.len() as u32
    }

    fn surroundings(&mut self, line: usize, key: &str, rule: &RawRule) -> Surroundings {
        let mut phrases = |list: &[String]| {
            list.iter().flat_map(|phrase| self.phrase(line, key, phrase)).collect()
        };
        let (before, after) = (phrases(&rule.before), phrases(&rule.after));
        let sentence = phrases(&rule.sentence);
        Surroundings::new([before, after, sentence], &self.matcher.elements)
    }

    /// The forms of a context phrase or an anchor.
    fn phrase(&mut self, line: usize, key: &str, phrase: &str) -> Vec<Range<u32>> {
        let compiled = forms(phrase, Inflect::None, &mut self.spellings).and_then(|forms| {
            forms.iter().map(|form| self.elements(form, Case::Any)).collect::<Result<Vec<_>, _>>()
        });
        compiled.unwrap_or_else(|fault| {
            self.fault(line, &format!("{key}: {phrase}"), fault);
            Vec::new()
        })
    }

    /// Adds a form's elements to the matcher.
    fn elements(&mut self, form: &[Piece], case: Case) -> Result<Range<u32>, (String, String)> {
        let start = self.matcher.elements.len() as u32;
        for piece in form {
            let element = match piece {
                Piece::Gap => Element::Gap,
                Piece::Word { text, comma } => {
                    let id = self.matcher.vocabulary.add(&fold(text));
                    Element::Word { id, case: self.case_rule(text, case), comma: *comma }
                }
                Piece::Stem { text, comma } => {
                    let folded = fold(text);
                    if folded.len() > 16 {
                        let what = format!("the stem {text}* has more than 16 letters");
                        return Err((what, "shorten it".into()));
                    }
                    let mask = u128::MAX >> (128 - 8 * folded.len());
                    let exact = case == Case::Exact;
                    let case = if exact { self.case_rule(text, case) } else { CaseRule::Any };
                    Element::Stem { mask, key: key(folded.as_bytes()), case, comma: *comma }
                }
            };
            self.matcher.elements.push(element);
        }
        let end = self.matcher.elements.len() as u32;
        if too_long(&self.matcher.elements[start as usize..end as usize]) {
            let what = format!("has more than {LONGEST_BEFORE} words");
            return Err((what, "take the part that carries the cue".into()));
        }
        Ok(start..end)
    }

    fn case_rule(&mut self, text: &str, case: Case) -> CaseRule {
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
        match case {
            Case::Exact if text.contains('.') => CaseRule::Capitals,
            Case::Exact => {
                let next = self.matcher.exact.len() as u32;
                let number = *self.exact.entry(text.to_owned()).or_insert(next);
                if number == next {
                    self.matcher.exact.push(text.into());
                }
                CaseRule::Exact(number)
            }
            Case::Any if letters.len() > 1 && letters.iter().all(|c| c.is_uppercase()) => {
                CaseRule::Capitals
            }
            Case::Any => CaseRule::Any,
        }
    }

    /// Adds a form of `owner`, an entry and its category, to the tree of phrases or to the stems.
    fn add_form(&mut self, owner: (u32, u32), target: Target, rule: u32, elements: Range<u32>) {
        let number = self.matcher.forms.len() as u32;
        let range = elements.start as usize..elements.end as usize;
        let slice = &self.matcher.elements[range.clone()];
        let needs = Form::needs(slice);
        let form = Form::new(owner, target, rule, (elements, slice));
        let number = Listed { form: number, needs, plain: form.plain() };
        self.matcher.forms.push(form);
        if let Some(Element::Stem { key, .. }) = self.matcher.elements.get(range.start) {
            let key = three(*key);
            let mut list = self.matcher.stems.get(key);
            if push(&mut self.matcher.lists, &mut list, number) {
                self.matcher.stems.put(key, list);
            }
            return;
        }
        let mut node = 0;
        for at in range {
            let Element::Word { id, comma: false, .. } = self.matcher.elements[at] else {
                let others = &mut self.matcher.nodes[node as usize].others;
                push(&mut self.matcher.lists, others, number);
                return;
            };
            node = self.matcher.step(node, id);
        }
        let ends = &mut self.matcher.nodes[node as usize].ends;
        push(&mut self.matcher.lists, ends, number);
    }

    /// Notes a fault of the file that is being added: its line, its key, what is wrong and how to mend it.
    fn fault(&mut self, line: usize, key: &str, (what, mend): (String, String)) {
        let file = self.files.last().cloned().unwrap_or_default();
        self.faults.push(LexiconError { file, line, key: key.to_owned(), what, mend });
    }

    fn finish(mut self) -> Result<Lexicon, Vec<LexiconError>> {
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        self.matcher.finish();
        let mut lexicon = Lexicon {
            categories: self.categories,
            hidden: Vec::new(),
            actors: self.actors,
            aliases: self.aliases,
            first_alias: self.first_alias,
            blocks: self.blocks,
            entries: self.entries,
            files: self.files,
            patterns: self.patterns,
            scare_quotes: self.scare_quotes,
            figures: self.figures,
            matcher: self.matcher,
            sha256: String::new(),
        };
        lexicon.keep(|category| !category.role.is_some_and(Role::is_structure));
        Ok(lexicon)
    }
}

/// Adds a form to the list of a number, which becomes that of a new list where it was 0; says so.
fn push(lists: &mut Vec<Vec<Listed>>, list: &mut u32, form: Listed) -> bool {
    let made = *list == 0;
    if made {
        lists.push(Vec::new());
        *list = lists.len() as u32;
    }
    lists[*list as usize - 1].push(form);
    made
}

/// A matcher for phrases, each in a category of its own, so that none hides another.
pub(super) fn compile_phrases(phrases: &[(&str, Inflect)]) -> Matcher {
    let mut building = Building::default();
    for (number, &(phrase, inflect)) in (0..).zip(phrases) {
        let made = forms(phrase, inflect, &mut building.spellings);
        for form in made.unwrap_or_default() {
            if let Ok(elements) = building.elements(&form, Case::Any) {
                building.add_form((number, number), Target::Term, 0, elements);
            }
        }
    }
    building.matcher.finish();
    building.matcher
}
