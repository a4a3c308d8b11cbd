//! A hash table from 16-byte keys, held inline, to numbers, with a bit filter in front.
//!
//! Most words of a text are in no table that is asked for them; they fail at one bit.

/// Keys and their numbers; 0 stands for "not there".
#[derive(Debug, Default)]
pub(super) struct Table {
    keys: Vec<u128>,
    numbers: Vec<u32>,
    /// One bit in [`FILTER_BITS`] a slot is set for each key.
    filter: Vec<u64>,
    count: usize,
}

/// Bits of the filter for each slot: one strange key in thirty passes it.
const FILTER_BITS: usize = 16;

impl Table {
    /// The number of `key`, 0 where it is not there.
    pub(super) fn get(&self, key: u128) -> u32 {
        if self.numbers.is_empty() {
            return 0;
        }
        let hash = hash(key);
        let bit = hash as usize & (self.filter.len() * 64 - 1);
        if self.filter[bit / 64] & (1 << (bit % 64)) == 0 {
            return 0;
        }
        let mask = self.numbers.len() - 1;
        let mut at = (hash >> 32) as usize & mask;
        loop {
            if self.keys[at] == key || self.numbers[at] == 0 {
                return self.numbers[at];
            }
            at = (at + 1) & mask;
        }
    }

    /// Puts a key that is not there yet. `number` is not 0.
    pub(super) fn put(&mut self, key: u128, number: u32) {
        self.count += 1;
        if self.numbers.len() < 2 * self.count {
            let size = (self.numbers.len() * 2).max(64);
            let keys = std::mem::replace(&mut self.keys, vec![0; size]);
            let numbers = std::mem::replace(&mut self.numbers, vec![0; size]);
            self.filter = vec![0; size * FILTER_BITS / 64];
            for (key, number) in keys.into_iter().zip(numbers).filter(|slot| slot.1 != 0) {
                self.place(key, number);
            }
        }
        self.place(key, number);
    }

    fn place(&mut self, key: u128, number: u32) {
        let hash = hash(key);
        let bit = hash as usize & (self.filter.len() * 64 - 1);
        self.filter[bit / 64] |= 1 << (bit % 64);
        let mask = self.numbers.len() - 1;
        let mut at = (hash >> 32) as usize & mask;
        while self.numbers[at] != 0 {
            at = (at + 1) & mask;
        }
        (self.keys[at], self.numbers[at]) = (key, number);
    }
}

/// Multiply both halves and fold, twice: every input bit reaches the low bits and the high ones.
fn hash(key: u128) -> u64 {
    let fold = |product: u128| (product >> 64) as u64 ^ product as u64;
    let (low, high) = (key as u64, (key >> 64) as u64);
    let first = u128::from(low ^ 0xA076_1D64_78BD_642F) * u128::from(high ^ 0xE703_7ED1_A0B4_28DB);
    fold(u128::from(fold(first)) * 0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_put_and_nothing_else() {
        let mut table = Table::default();
        assert_eq!(table.get(7), 0);
        for n in 1..=5000_u32 {
            table.put(u128::from(n) << (n % 90), n);
        }
        for n in 1..=5000_u32 {
            let key = u128::from(n) << (n % 90);
            let first = (1..=n).find(|&m| u128::from(m) << (m % 90) == key);
            assert_eq!(Some(table.get(key)), first);
        }
        assert!((5001..90_000_u32).all(|n| table.get(u128::from(n) | 1 << 120) == 0));
    }
}
