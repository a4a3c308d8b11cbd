//! Frames of a journal: a head and bytes, behind their lengths and a hash.
//!
//! Laws: a frame's hash covers the frame's content and the hash of the frame before, so that a frame
//! is whole and in its place or is none; what an interrupted write left is no frame.

use std::io::{self, Read, Write};

use sha2::{Digest as _, Sha256};

/// The hash of a frame and all before it.
pub(super) type Hash = [u8; 32];

/// Bytes that are copied at once.
const CHUNK: usize = 1 << 16;

/// A frame that was read.
#[derive(Debug)]
pub(super) struct Frame {
    /// Its head.
    pub(super) head: Vec<u8>,
    /// Its hash.
    pub(super) hash: Hash,
    /// Its length in the journal.
    pub(super) length: u64,
}

/// Writes a frame behind one with the hash `before`, and gives its own hash and its length.
///
/// # Errors
/// What the system says.
pub(super) fn write(
    out: &mut impl Write,
    before: &Hash,
    head: &[u8],
    bytes: &[u8],
) -> io::Result<(Hash, u64)> {
    let lengths = [(head.len() as u64).to_le_bytes(), (bytes.len() as u64).to_le_bytes()].concat();
    let mut hash = start(before, &lengths);
    hash.update(head);
    hash.update(bytes);
    let hash: Hash = hash.finalize().into();
    for part in [&lengths[..], &hash, head, bytes] {
        out.write_all(part)?;
    }
    Ok((hash, (lengths.len() + hash.len() + head.len() + bytes.len()) as u64))
}

/// Reads the frame behind one with the hash `before`; its bytes are handed to `take` before it is
/// known whether it is whole. `None` where there is none that is.
///
/// # Errors
/// What the system or `take` says.
pub(super) fn read(
    input: &mut impl Read,
    before: &Hash,
    mut take: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<Option<Frame>> {
    let mut fixed = [0; 48];
    if !filled(input, &mut fixed)? {
        return Ok(None);
    }
    let (lengths, expected) = fixed.split_at(16);
    let length = |at: usize| {
        lengths[at..at + 8].iter().rev().fold(0_u64, |sum, &byte| (sum << 8) | u64::from(byte))
    };
    let (head_length, length) = (length(0), length(8));
    let mut hash = start(before, lengths);
    let mut head = Vec::new();
    input.by_ref().take(head_length).read_to_end(&mut head)?;
    hash.update(&head);
    let (mut left, mut chunk) = (length, vec![0; CHUNK]);
    while left > 0 && head.len() as u64 == head_length {
        let wanted = left.min(CHUNK as u64) as usize;
        if !filled(input, &mut chunk[..wanted])? {
            return Ok(None);
        }
        hash.update(&chunk[..wanted]);
        take(&chunk[..wanted])?;
        left -= wanted as u64;
    }
    let hash: Hash = hash.finalize().into();
    let whole = hash == expected;
    Ok(whole.then(|| Frame { head, hash, length: 48 + head_length + length }))
}

fn start(before: &Hash, lengths: &[u8]) -> Sha256 {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(lengths);
    hash
}

/// Fills `buffer`; `false` where the input ends before.
fn filled(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<bool> {
    match input.read_exact(buffer) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}
