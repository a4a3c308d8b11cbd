//! A place becomes a stream of bytes: counted as they are read, unpacked where they are packed.
//!
//! Laws: gzip and Zstandard are told by their first bytes, whatever the name says; several members
//! or frames behind one another are one stream; packed bytes that break off are an error, never an
//! end.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek as _, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;

use super::Place;

/// Bytes that are read at once.
const CHUNK: usize = 1 << 16;
/// What gzip files begin with.
const GZIP: &[u8] = &[0x1F, 0x8B];
/// What Zstandard files begin with.
const ZSTANDARD: &[u8] = &[0x28, 0xB5, 0x2F, 0xFD];
/// The largest window a Zstandard file may ask for, as a power of two: that of `zstd --long=31`.
const LONGEST_WINDOW: u32 = 31;

/// A stream of bytes.
pub(super) type Stream = Box<dyn BufRead + Send>;

/// The bytes of a place that is no file of its own.
#[derive(Debug, Clone)]
pub enum Content {
    /// In memory.
    Bytes(Arc<[u8]>),
    /// On disk, without a name.
    File(Arc<File>),
}

/// Opens `place`; the bytes read of it, packed as they are, are added to `count`.
///
/// # Errors
/// What the system says.
pub(super) fn open(place: &Place, count: &Arc<AtomicU64>) -> io::Result<Stream> {
    let raw: Box<dyn Read + Send> = match &place.content {
        None => Box::new(File::open(&place.path)?),
        Some(Content::Bytes(bytes)) => Box::new(Cursor::new(Arc::clone(bytes))),
        Some(Content::File(file)) => {
            let mut file = file.try_clone()?;
            file.seek(SeekFrom::Start(0))?;
            Box::new(file)
        }
    };
    let counted = Counted { raw, count: Arc::clone(count) };
    unpacked(BufReader::with_capacity(CHUNK, counted))
}

/// What `reader` holds, unpacked.
fn unpacked(mut reader: impl BufRead + Send + 'static) -> io::Result<Stream> {
    let first = reader.fill_buf()?;
    if first.starts_with(GZIP) {
        let unpack = Unpack(MultiGzDecoder::new(reader));
        return Ok(Box::new(BufReader::with_capacity(CHUNK, unpack)));
    }
    if first.starts_with(ZSTANDARD) || is_skippable(first) {
        let mut decoder = zstd::Decoder::with_buffer(reader)?;
        decoder.window_log_max(LONGEST_WINDOW)?;
        return Ok(Box::new(BufReader::with_capacity(CHUNK, Unpack(decoder))));
    }
    Ok(Box::new(reader))
}

/// Whether a Zstandard frame that is to be passed over stands first, as parallel packers write it.
fn is_skippable(first: &[u8]) -> bool {
    matches!(first, [0x50..=0x5F, 0x2A, 0x4D, 0x18, ..])
}

/// Counts the bytes that pass.
struct Counted {
    raw: Box<dyn Read + Send>,
    count: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.raw.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Says in plain words what is wrong with packed bytes.
struct Unpack<R>(R);

impl<R: Read> Read for Unpack<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| {
            let what = match error.kind() {
                io::ErrorKind::Interrupted => return error,
                io::ErrorKind::UnexpectedEof => {
                    "the packed file breaks off here: it was cut short; get it again, whole".into()
                }
                _ => format!(
                    "the packed file cannot be unpacked from here on ({error}); get it again"
                ),
            };
            io::Error::new(error.kind(), what)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn gzip(text: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    fn read(bytes: &[u8]) -> io::Result<Vec<u8>> {
        let mut all = Vec::new();
        unpacked(Cursor::new(bytes.to_vec()))?.read_to_end(&mut all)?;
        Ok(all)
    }

    #[test]
    fn members_and_frames_are_one_stream() {
        let zstandard = |text: &[u8]| zstd::encode_all(text, 1).unwrap();
        let skippable = [0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3];
        for (bytes, expected) in [
            (b"plain".to_vec(), "plain"),
            (Vec::new(), ""),
            ([gzip(b"one "), gzip(b""), gzip(b"two")].concat(), "one two"),
            ([zstandard(b"one "), zstandard(b"two")].concat(), "one two"),
            ([&skippable[..], &zstandard(b"one")].concat(), "one"),
        ] {
            assert_eq!(read(&bytes).unwrap(), expected.as_bytes());
        }
    }

    #[test]
    fn packed_bytes_that_break_off_are_an_error() {
        let text: Vec<u8> = (0..2000_u32).flat_map(|n| n.to_string().into_bytes()).collect();
        for whole in [gzip(&text), zstd::encode_all(&text[..], 1).unwrap()] {
            assert_eq!(read(&whole).unwrap(), text);
            for cut in (4..whole.len()).step_by(7).chain([whole.len() - 1]) {
                let error = read(&whole[..cut]).unwrap_err().to_string();
                assert!(error.contains("breaks off here"), "{cut}: {error}");
            }
        }
        let mut bad = gzip(&text);
        bad[40] ^= 0xFF;
        assert!(read(&bad).unwrap_err().to_string().contains("cannot be unpacked"));
    }
}
