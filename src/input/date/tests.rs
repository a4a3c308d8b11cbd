//! Forms of dates, and the calendar behind them.

use super::*;

fn date(year: i32, month: u32, day: u32) -> Date {
    Date { year, month: Some(month), day: Some(day) }
}

#[test]
fn common_forms_are_read() {
    let first = date(2011, 12, 1);
    for text in [
        "2011-12-01",
        " 2011-12-1 ",
        "2011-12-01T10:00:00Z",
        "2011-12-01T10:00:00.123456+09:00",
        "2011-12-01T23:30:00-05:00",
        "2011-12-01t10:00",
        "2011-12-01 10:00:00",
        "2011-12-01 10:00:00 UTC",
        "2011-12-01 10:00:00 -0500",
        "20111201",
        "20111201100000",
        "2011/12/1",
        "2011.12.01",
        "1 December 2011",
        "1st of December, 2011",
        "1 Dec. 2011",
        "Dec 1, 2011",
        "Dec. 1 2011",
        "DECEMBER 1, 2011",
        "Thursday, December 1, 2011",
        "Thu, 01 Dec 2011 10:00:00 GMT",
        "Thu, 1 Dec 2011 10:00:00 +0900 (KST)",
        "Thu Dec 01 10:00:00 2011",
        "1-DEC-2011",
        "December 1, 2011 at 9:05 pm",
        "1322733600",
        "1322733600.0",
        "1322733600123",
        "2011 December 1",
    ] {
        assert_eq!(Date::parse(text), Ok(first), "{text}");
    }
    assert_eq!(Date::parse("26-FEB-1987 15:01:01.79"), Ok(date(1987, 2, 26)));
    assert_eq!(Date::parse("Sept 5, 1999"), Ok(date(1999, 9, 5)));
    assert_eq!(Date::parse("-126230400"), Ok(date(1966, 1, 1)));
}

#[test]
fn a_month_or_a_year_alone_is_one() {
    let month = Date { year: 2011, month: Some(12), day: None };
    for text in ["2011-12", "December 2011", "Dec. 2011", "2011/12", "12/2011", "2011 Dec"] {
        assert_eq!(Date::parse(text), Ok(month), "{text}");
    }
    assert_eq!(Date::parse("2011"), Ok(Date { year: 2011, month: None, day: None }));
}

#[test]
fn two_readings_are_refused_unless_a_number_tells() {
    let error = Date::parse("01/02/2011").unwrap_err();
    assert!(error.contains("may be two days"), "{error}");
    assert!(error.contains("2011-02-01 if 1 is the day, 2011-01-02 if 1 is the month"), "{error}");
    for (text, expected) in [
        ("13/02/2011", date(2011, 2, 13)),
        ("02/13/2011", date(2011, 2, 13)),
        ("05/05/2011", date(2011, 5, 5)),
        ("31.01.2011 10:00", date(2011, 1, 31)),
    ] {
        assert_eq!(Date::parse(text), Ok(expected), "{text}");
    }
}

#[test]
fn what_is_no_date_is_named_with_the_way_out() {
    for text in [
        "",
        "yesterday",
        "2011-13-01",
        "2011-02-29",
        "1900-02-29",
        "2011-00-10",
        "2011-01-00",
        "31 April 2011",
        "0000-01-01",
        "20110229",
        "20111301",
        "201112",
        "12345",
        "1.5",
        "26-FEB-87",
        "1/2/11",
        "13/13/2011",
        "2011-12-01 25:00",
        "2011-12-01T10:61",
        "10:00",
        "Thursday",
        "2011-12-01 2012-12-01",
        "1 Foo 2011",
        "2011-W49",
        "1e9",
        "-2011",
        "2011-12-01-05",
        "9999999999999999999999",
        "20111201999999",
        "Thu 2011 10:00 11:00",
        "١٢/٠١/٢٠١١",
    ] {
        let error = Date::parse(text).unwrap_err();
        assert!(error.contains("2011-12-01"), "{text}: {error}");
    }
    for text in ["2000-02-29", "2012-02-29", "1600-02-29", "0001-01-01", "9999-12-31"] {
        assert!(Date::parse(text).is_ok(), "{text}");
    }
}

#[test]
fn days_are_counted_there_and_back() {
    for (known, days) in [
        (date(1970, 1, 1), 0),
        (date(1969, 12, 31), -1),
        (date(2000, 2, 29), 11_016),
        (date(2000, 3, 1), 11_017),
        (date(1, 1, 1), -719_162),
        (date(9999, 12, 31), 2_932_896),
    ] {
        assert_eq!((known.days(), Date::of_day(days)), (days, known));
    }
    // Day after day over a whole era of the calendar, told by the lengths of its months.
    let (mut next, mut days) = (date(1899, 12, 31), date(1899, 12, 31).days());
    while next.year < 2301 {
        assert_eq!((next.days(), Date::of_day(days)), (days, next));
        let (month, day) = (next.month.unwrap(), next.day.unwrap());
        next = match () {
            () if day < days_in(next.year, month) => date(next.year, month, day + 1),
            () if month < 12 => date(next.year, month + 1, 1),
            () => date(next.year + 1, 1, 1),
        };
        days += 1;
    }
}
