//! The shipped page, `dist/notice-analyzer.html`, opened from the disk in a
//! real browser and used as a person would. These tests need that page, and
//! are therefore run by `cargo xtask test`, which builds it; once it is built:
//! `cargo test --test page -- --ignored`.
//!
//! A test is a function that calls [`browser::on_page`]. Whatever it does, the
//! page must ask for nothing over any network and report no error; that is
//! looked at in every test.

mod accessibility;
mod beside;
mod browser;
mod comparisons;
mod console;
mod copies;
mod corrections;
mod directory;
mod documents;
mod driver;
mod engine;
mod exports;
mod firefox;
mod hostile;
mod house;
mod intake;
mod keyboard;
mod layout;
#[path = "../support/document.rs"]
mod maker;
mod narrowing;
mod office;
mod old_kernel;
mod outlets;
mod overview;
mod paper;
mod payloads;
mod pipe;
mod policy;
mod remarks;
mod results;
mod shipped;
mod startup;
mod textbox;
