//! The laws of the module's head, on any text.

use proptest::prelude::*;

use super::*;

fn document(text: &str) -> Document {
    Document::new(text.to_owned(), Layout::Auto).unwrap()
}

/// Text full of what the rules look at.
const SOUP: &str = r#"(?s)([a-cA-C0-9 \n\r\t.…?!,:;'"`“”‘’„«»‹›()\[\]#*_>-]|\n\n|U\.S\. |Mr\. |No\. |No\. 3|The |said |—| -- |日本|。|é|\u{301}|\u{FEFF}|\u{200D}|\u{A0}|\u{2028}|😀){0,80}|.{0,60}"#;

fn check_spans(document: &Document) {
    let spans = |spans: Vec<Span>| {
        for span in &spans {
            assert!(!span.is_empty() && document.source.get(span.start..span.end).is_some());
        }
        assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{spans:?}");
    };
    spans(document.tokens.iter().map(|token| token.span()).collect());
    spans(document.sentences.iter().map(|sentence| sentence.span).collect());
    spans(document.paragraphs.iter().map(|paragraph| paragraph.span).collect());
    let trimmed = document.sentences.iter().map(|sentence| sentence.span.of(&document.source));
    assert!(trimmed.clone().all(|text| text.trim() == text));
}

fn check_parts(document: &Document) {
    let (mut token, mut sentence) = (0, 0);
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        assert_eq!((paragraph.tokens.start, paragraph.sentences.start), (token, sentence));
        let first = token;
        for part in &document.sentences[paragraph.sentence_range()] {
            assert!(part.tokens.start == token && part.tokens.end > token);
            assert!(part.paragraph as usize == index && paragraph.span.covers(part.span));
            let tokens = &document.tokens[part.token_range()];
            assert!(tokens.iter().all(|token| part.span.covers(token.span())));
            token = part.tokens.end;
            sentence += 1;
        }
        assert!(token == paragraph.tokens.end && token > first);
        assert_eq!(sentence, paragraph.sentences.end);
        let words = document.words(paragraph.token_range()) as u32;
        let dated = paragraph.dateline.is_some();
        assert!(if dated { paragraph.words < words } else { paragraph.words == words });
        assert!(paragraph.dateline.is_none_or(|dateline| paragraph.span.covers(dateline)));
    }
    assert_eq!(token as usize, document.tokens.len());
    assert_eq!(sentence as usize, document.sentences.len());
}

fn check_quotations(document: &Document) {
    let mut ends = Vec::new();
    let mut last = 0;
    for quotation in &document.quotations {
        let Quotation { span, inner, .. } = *quotation;
        assert!(last <= span.start && span.covers(inner) && inner.start > span.start);
        assert!(document.source.get(inner.start..inner.end).is_some());
        assert!(document.paragraphs[quotation.paragraph as usize].span.covers(span));
        ends.retain(|&end| end > span.start);
        assert!(ends.iter().all(|&end| end >= span.end), "crossing");
        assert_eq!(usize::from(quotation.depth), ends.len());
        ends.push(span.end);
        let inside = document.tokens.iter().filter(|token| inner.covers(token.span()));
        assert_eq!(inside.filter(|token| token.starts_word()).count(), quotation.words as usize);
        assert_eq!(quotation.close == Close::Marked, inner.end < span.end);
        last = span.start;
    }
}

proptest! {
    #[test]
    fn laws_hold_on_any_text(text in SOUP) {
        let document = document(&text);
        prop_assert_eq!(&document.source, &text);
        check_spans(&document);
        check_parts(&document);
        check_quotations(&document);
    }

    #[test]
    fn a_byte_lies_where_its_span_says(text in SOUP) {
        let document = document(&text);
        for byte in 0..=text.len() {
            let inside = |span: Span| span.start <= byte && byte < span.end;
            let sentence = document.sentences.iter().position(|sentence| inside(sentence.span));
            let paragraph = document.paragraphs.iter().position(|part| inside(part.span));
            prop_assert_eq!(document.sentence_of(byte), sentence);
            prop_assert_eq!(document.paragraph_of(byte), paragraph);
        }
    }

    #[test]
    fn layouts_agree_on_the_words(text in SOUP) {
        let words = |layout| {
            let document = Document::new(text.clone(), layout).unwrap();
            document.tokens.iter().map(|token| token.span()).collect::<Vec<_>>()
        };
        let (auto, blank, line) = (words(Layout::Auto), words(Layout::Blank), words(Layout::Line));
        prop_assert!(auto == blank || auto == line);
        prop_assert_eq!(blank, line);
    }
}

#[test]
fn words_are_counted_as_a_reader_counts_them() {
    let document = document("A U.S.-led, don't-know 2,000-man force and/or\n- item");
    assert_eq!(document.words(0..document.tokens.len()), 8);
    assert_eq!(document.words(0..3), 2);
    assert_eq!(document.words(5..usize::MAX), document.words(5..document.tokens.len()));
    assert_eq!(document.words(usize::MAX - 1..usize::MAX), 0);
}

#[test]
fn empty_sources_have_no_parts() {
    for text in ["", " \n\t", "\u{FEFF}", "*** --- !!!\n\n\"\"", "\0"] {
        let document = document(text);
        assert!(document.paragraphs.is_empty() && document.sentences.is_empty(), "{text:?}");
        assert!(document.headline().is_none() && document.sentence_of(0).is_none());
    }
}

#[test]
fn hostile_sources_are_cheap() {
    for unit in
        ["\"a. ", "(a?) A ", "“", "a.\n", "'a' ", "1. ", "A. ", "...", "” a ", "«a” ", "\n\n\"a"]
    {
        document(&unit.repeat(1_000_000 / unit.len()));
    }
}
