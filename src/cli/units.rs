//! The directory of an office's units, among the options of a command.

use super::failure::Failure;
use super::input;
use notice_analyzer::directory::Directory;
use std::path::Path;

/// Whether classes are to be unfolded.
#[derive(clap::Args)]
pub struct ExpandArgs {
    /// Put the members of a class, as the file of units lists them, into the tasks that name it
    #[arg(long, requires = "units")]
    pub expand: bool,
}

/// The directory in `file`; one that says nothing, if there is none. `notices`
/// are read beside it.
///
/// # Errors
/// If it cannot be read or used.
pub fn read(file: Option<&Path>, notices: &[&Path]) -> Result<Directory, Failure> {
    let Some(file) = file else { return Ok(Directory::default()) };
    if input::is_stdin(file) && notices.iter().any(|notice| input::is_stdin(notice)) {
        return Err(Failure::Usage("only one of notice and units can be standard input".to_owned()));
    }
    let unusable = |lines| Failure::BadLines { what: "units", name: input::name(file), lines };
    Directory::read(&input::read(file)?).map_err(unusable)
}
