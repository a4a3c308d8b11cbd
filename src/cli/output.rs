//! Where bytes go: standard output, or a file that is whole or untouched.
//!
//! A regular file is written beside its place, flushed to disk, and renamed over the old one;
//! symbolic links are resolved first. Devices and pipes are written straight through, and so is a
//! file that the program was started with (`-o /dev/stdout >> log`): it may hold more than ours.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::failure::Failure;

/// An open destination.
#[derive(Debug)]
pub(super) enum Output {
    /// Standard output.
    Standard(BufWriter<io::Stdout>),
    /// A device or pipe.
    Through(BufWriter<File>, PathBuf),
    /// A file beside the place of `PathBuf`.
    Beside(BufWriter<NamedTempFile>, PathBuf),
}

impl Output {
    /// Opens standard output, or the file of `path`.
    ///
    /// # Errors
    /// A sentence that names the file and what to do.
    pub(super) fn open(path: Option<&Path>) -> Result<Self, String> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            return Ok(Self::Standard(BufWriter::with_capacity(1 << 16, io::stdout())));
        };
        let named = |error: &io::Error| format!("cannot write {}: {error}", path.display());
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => {
                Err(format!("cannot write {}: it is a folder; name a file in it", path.display()))
            }
            Ok(found) if !found.is_file() || is_own_stream(path) => {
                let append = found.is_file();
                let file = OpenOptions::new().write(true).append(append).open(path);
                let file = file.map_err(|e| named(&e))?;
                Ok(Self::Through(BufWriter::new(file), path.to_owned()))
            }
            found => {
                let place = resolved(path).map_err(|e| named(&e))?;
                let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
                let folder = folder.unwrap_or(Path::new("."));
                if !folder.is_dir() {
                    return Err(format!(
                        "cannot write {}: there is no folder {}; make it first",
                        path.display(),
                        folder.display()
                    ));
                }
                let file = beside(folder, found.ok().as_ref()).map_err(|e| named(&e))?;
                Ok(Self::Beside(BufWriter::with_capacity(1 << 16, file), place))
            }
        }
    }

    /// Writes `bytes`.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.write_all(bytes),
            Self::Through(out, _) => out.write_all(bytes),
            Self::Beside(out, _) => out.write_all(bytes),
        }
    }

    /// Makes sure that all is written, and puts a file in its place.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn finish(self) -> io::Result<()> {
        match self {
            Self::Standard(mut out) => out.flush(),
            Self::Through(mut out, _) => out.flush(),
            Self::Beside(out, place) => {
                let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.as_file().sync_all()?;
                file.persist(place).map_err(|error| error.error)?;
                Ok(())
            }
        }
    }

    /// Whether it is a file that is put in its place at the end.
    pub(super) fn is_file(&self) -> bool {
        matches!(self, Self::Beside(..))
    }

    /// What the destination is called.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Standard(_) => "standard output".into(),
            Self::Through(_, path) | Self::Beside(_, path) => path.display().to_string(),
        }
    }
}

/// Writes all of an output at once to standard output, or to the file of `path`.
///
/// # Errors
/// A destination that cannot be written, or a reader that has gone away.
pub(super) fn put(path: Option<&Path>, bytes: &[u8]) -> Result<(), Failure> {
    let mut output = Output::open(path)?;
    let name = output.name();
    let written = output.write(bytes).and_then(|()| output.finish());
    written.map_err(|error| Failure::write(&name, &error))
}

/// Whether the path stands for a stream that the program was started with.
fn is_own_stream(path: &Path) -> bool {
    ["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc/self/fd"]
        .iter()
        .any(|own| path.starts_with(own))
}

/// The links that are followed before they are taken for a loop, as by Linux.
const MOST_LINKS: usize = 40;

/// The file that `path` stands for, links followed, whether it is there or not.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    let mut place = path.to_owned();
    for _ in 0..MOST_LINKS {
        if !fs::symlink_metadata(&place).is_ok_and(|found| found.is_symlink()) {
            return Ok(place);
        }
        // A relative target is meant from the link's own folder.
        let target = fs::read_link(&place)?;
        place = place.parent().unwrap_or(Path::new("")).join(target);
    }
    Err(io::Error::other("its symbolic links lead in a circle"))
}

/// A new file in `folder` with the rights of the one it will replace, or the usual ones.
fn beside(folder: &Path, old: Option<&fs::Metadata>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".framescope-");
    let rights = old.map(fs::Metadata::permissions);
    #[cfg(unix)]
    let rights = rights.or_else(|| {
        use std::os::unix::fs::PermissionsExt as _;
        // The system takes the user's umask off these.
        Some(fs::Permissions::from_mode(0o666))
    });
    if let Some(rights) = rights.clone() {
        builder.permissions(rights);
    }
    let file = builder.tempfile_in(folder)?;
    if let (Some(_), Some(rights)) = (old, rights) {
        file.as_file().set_permissions(rights)?;
    }
    Ok(file)
}

/// Whether an error only says that the reader has gone away.
pub(super) fn is_broken_pipe(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}
