//! Scripts and styles without what only their readers need.

/// `text` without its comments and indentation; both stay in the repository.
/// Only comments that open a line go, so that no string is mistaken for one; the
/// lines stay apart, so that nothing that ends with one changes its meaning. No
/// file of the page has a string of several lines.
pub fn bare(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        in_comment |= line.starts_with("/*") && line.find("*/").is_none_or(|at| at + "*/".len() == line.len());
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            bare += line;
            bare.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn comments_and_indentation_go_and_all_else_stays() {
        let cases = [
            (
                "// says why\nlet a = 1; // here\n\n  let b = \"// none\";\n",
                "let a = 1; // here\nlet b = \"// none\";\n",
            ),
            (
                "/**\n * @returns {string}\n */\nfunction f() {\n    return '/*';\n}\n",
                "function f() {\nreturn '/*';\n}\n",
            ),
            ("/* a */ let a;\nlet b;\n", "/* a */ let a;\nlet b;\n"),
            ("/* Tables */\ntable { border: 0; } /* none */\na {}", "table { border: 0; } /* none */\na {}\n"),
        ];
        for (text, expected) in cases {
            assert_eq!(bare(text), expected);
        }
    }
}
