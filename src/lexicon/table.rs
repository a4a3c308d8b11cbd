//! A hash table from 16-byte keys, held inline, to numbers, with a bit filter in front.
//!
//! Most words of a text are in no table that is asked for them; they fail at one bit.

/// Keys and their numbers; 0 stands for "not there".
#[derive(Debug, Default)]
pub(super) struct Table {
    slots: Vec<(u128, u32)>,
    filter: Vec<u64>,
    count: usize,
}

/// Bits of the filter: 16 kB, small enough to stay in the first cache.
const FILTER_BITS: u64 = 1 << 17;

impl Table {
    /// The number of `key`, 0 where it is not there.
    pub(super) fn get(&self, key: u128) -> u32 {
        let hash = hash(key);
        let bit = hash & (FILTER_BITS - 1);
        if self.filter.get((bit / 64) as usize).is_none_or(|word| word & (1 << (bit % 64)) == 0) {
            return 0;
        }
        let mask = self.slots.len() - 1;
        let mut at = (hash >> 32) as usize & mask;
        loop {
            match self.slots[at] {
                (_, 0) => return 0,
                (found, number) if found == key => return number,
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Puts a key that is not there yet. `number` is not 0.
    pub(super) fn put(&mut self, key: u128, number: u32) {
        self.count += 1;
        if self.slots.len() < 2 * self.count {
            let size = (self.slots.len() * 2).max(64);
            let old = std::mem::replace(&mut self.slots, vec![(0, 0); size]);
            self.filter.resize((FILTER_BITS / 64) as usize, 0);
            for (key, number) in old.into_iter().filter(|slot| slot.1 != 0) {
                self.place(key, number);
            }
        }
        self.place(key, number);
    }

    fn place(&mut self, key: u128, number: u32) {
        let hash = hash(key);
        let bit = hash & (FILTER_BITS - 1);
        self.filter[(bit / 64) as usize] |= 1 << (bit % 64);
        let mask = self.slots.len() - 1;
        let mut at = (hash >> 32) as usize & mask;
        while self.slots[at].1 != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = (key, number);
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
