//! Makes one file of the page in `www/` and the engine: every stylesheet and
//! script stands where its tag stood, and the policy names each by its hash.

use crate::engine::Engine;
use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

mod bare;
mod packed;
#[cfg(test)]
mod tests;

use bare::bare;
pub use packed::packed;

const INDEX: &str = "index.html";
/// The script that writes the policy, and therefore cannot be named in it.
const POLICY: &str = "policy.js";

/// What the page is made of.
pub struct Parts<'a> {
    /// The directory of `index.html` and of all it names.
    pub www: &'a Path,
    /// The modules of the core, each of which goes before the script of its name.
    pub engines: &'a [Engine],
    /// What stands for placeholders such as `{{VERSION}}`.
    pub values: &'a [(&'a str, &'a str)],
}

/// The page as one file.
///
/// # Errors
///
/// A file that the page names and `www/` lacks, or the other way round; a
/// placeholder without a value; a script that would end its own element.
pub fn build(parts: &Parts) -> Result<String> {
    let mut bundle = Bundle { parts, used: BTreeSet::new(), scripts: Vec::new(), styles: Vec::new() };
    let index = bundle.read(INDEX)?;
    let page = bundle.inline(&index)?;
    let page = bundle.write_policy(&page)?;
    bundle.check_nothing_is_left()?;
    check_placeholders(&page)?;
    Ok(page)
}

/// A file that the page names.
enum Tag<'a> {
    Script(&'a str),
    Style(&'a str),
}

struct Bundle<'a> {
    parts: &'a Parts<'a>,
    used: BTreeSet<String>,
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Bundle<'_> {
    /// A file of the page; line ends are `\n`, as a browser counts them when it
    /// hashes a script.
    fn read(&mut self, name: &str) -> Result<String> {
        let path = self.parts.www.join(name);
        let text = fs::read_to_string(&path).with_context(|| format!("the page needs {}", path.display()))?;
        self.used.insert(name.to_owned());
        Ok(fill(&text.replace("\r\n", "\n"), self.parts.values))
    }

    /// Puts every file but the policy in the place of its tag.
    fn inline(&mut self, index: &str) -> Result<String> {
        let mut page = String::new();
        let mut rest = index;
        while let Some((before, tag, after)) = next_tag(rest) {
            page += before;
            page += &match tag {
                Tag::Script(POLICY) => script_tag(POLICY),
                Tag::Script(name) => self.engine(name)? + &self.script(name)?,
                Tag::Style(name) => self.style(name)?,
            };
            rest = after;
        }
        Ok(page + rest)
    }

    /// What goes before `script`: the engine that it starts, if it starts any.
    fn engine(&mut self, script: &str) -> Result<String> {
        let starts = |engine: &&Engine| script.strip_suffix(".js") == Some(engine.name);
        let Some(Engine { name, module, glue }) = self.parts.engines.iter().find(starts) else {
            return Ok(String::new());
        };
        let packed = packed(module)?;
        let size = module.len();
        let module = format!(
            "<script type=\"application/octet-stream\" id=\"{name}-module\" data-size=\"{size}\">{packed}</script>"
        );
        let glue = bare(&format!("function {name}Glue() {{\n{glue}\nreturn wasm_bindgen;\n}}\n"));
        self.scripts.push(hash(&glue));
        Ok(format!("{module}\n{}\n", element("script", &glue)?))
    }

    fn script(&mut self, name: &str) -> Result<String> {
        let text = bare(&self.read(name)?);
        self.scripts.push(hash(&text));
        element("script", &text).with_context(|| name.to_owned())
    }

    fn style(&mut self, name: &str) -> Result<String> {
        let text = bare(&self.read(name)?);
        self.styles.push(hash(&text));
        element("style", &text).with_context(|| name.to_owned())
    }

    fn write_policy(&mut self, page: &str) -> Result<String> {
        let hashes = [("SCRIPT_HASHES", &*self.scripts.join(" ")), ("STYLE_HASHES", &*self.styles.join(" "))];
        let policy = fill(&bare(&self.read(POLICY)?), &hashes);
        ensure!(page.contains(&script_tag(POLICY)), "{INDEX} does not name {POLICY}");
        Ok(page.replace(&script_tag(POLICY), &element("script", &policy)?))
    }

    fn check_nothing_is_left(&self) -> Result<()> {
        for entry in fs::read_dir(self.parts.www)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            ensure!(self.used.contains(&name), "{INDEX} does not name {name}");
        }
        Ok(())
    }
}

const SCRIPT: (&str, &str) = ("<script src=\"", "\"></script>");
const STYLE: (&str, &str) = ("<link rel=\"stylesheet\" href=\"", "\">");

fn script_tag(name: &str) -> String {
    [SCRIPT.0, name, SCRIPT.1].concat()
}

/// The next tag that names a file, with what stands before and after it.
fn next_tag(page: &str) -> Option<(&str, Tag<'_>, &str)> {
    let script = split_tag(page, SCRIPT);
    let style = split_tag(page, STYLE);
    match (script, style) {
        (Some((before, name, after)), Some((earlier, ..))) if before.len() < earlier.len() => {
            Some((before, Tag::Script(name), after))
        }
        (_, Some((before, name, after))) => Some((before, Tag::Style(name), after)),
        (Some((before, name, after)), None) => Some((before, Tag::Script(name), after)),
        (None, None) => None,
    }
}

fn split_tag<'a>(page: &'a str, (open, close): (&str, &str)) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, rest) = page.split_once(open)?;
    let (name, after) = rest.split_once(close)?;
    Some((before, name, after))
}

fn element(name: &str, content: &str) -> Result<String> {
    for ending in ["</script", "</style", "<!--"] {
        ensure!(!content.contains(ending), "the text {ending} inside it would end the element");
    }
    Ok(format!("<{name}>{content}</{name}>"))
}

/// How a Content-Security-Policy names an inline script or style.
fn hash(content: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(content)))
}

fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{{{name}}}}}"), value))
}

fn check_placeholders(page: &str) -> Result<()> {
    for (at, _) in page.match_indices("{{") {
        let name: String = page[at + 2..].chars().take_while(|c| c.is_ascii_uppercase() || *c == '_').collect();
        if !name.is_empty() && page[at + 2 + name.len()..].starts_with("}}") {
            bail!("the placeholder {name} has no value");
        }
    }
    Ok(())
}
