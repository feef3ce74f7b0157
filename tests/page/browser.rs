//! A page in a browser of its own.

use crate::console;
use crate::driver::Driver;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use url::Url;

/// How long a person would wait for anything.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where the shipped page is.
pub fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/notice-analyzer.html")
}

/// Opens the shipped page, runs `test` on it, and looks that it was silent: no
/// request, no error.
pub fn on_page(test: impl AsyncFnOnce(&Page)) {
    on_file(&shipped(), async |page| {
        page.run("await Engine.ready").await;
        test(page).await;
    });
}

/// The same on any file, without waiting for the engine.
pub fn on_file(file: &Path, test: impl AsyncFnOnce(&Page)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let capabilities = capabilities(directory.path());
        let page = Page::start(Driver::chromium(), capabilities, directory, file).await;
        page.open().await;
        test(&page).await;
        page.assert_silent().await;
    });
}

/// The same on a copy of the page in which some words are others.
pub fn on_changed_page(from: &str, to: &str, test: impl AsyncFnOnce(&Page)) {
    let page = fs::read_to_string(shipped()).expect("the page is built");
    assert!(page.contains(from), "the page does not hold {from}");
    let directory = tempfile::tempdir().expect("a temporary directory");
    let copy = directory.path().join("changed.html");
    fs::write(&copy, page.replacen(from, to, 1)).expect("a copy");
    on_file(&copy, test);
}

/// A browser that shows one file.
pub struct Page {
    /// The browser, for all that has no shorter name here.
    pub client: Client,
    address: String,
    directory: TempDir,
    _driver: Driver,
}

impl Page {
    /// Starts a browser with a directory of its own for what it writes.
    pub async fn start(driver: Driver, capabilities: Capabilities, directory: TempDir, file: &Path) -> Self {
        assert!(file.exists(), "{} is missing: run `cargo xtask page`", file.display());
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.address())
            .await
            .expect("the browser starts");
        let address = Url::from_file_path(file).expect("an absolute path").to_string();
        Self { client, address, directory, _driver: driver }
    }

    /// Opens the file, once more where it is open.
    pub async fn open(&self) {
        self.client.goto(&self.address).await.expect("the page opens");
    }

    /// Runs the body of an asynchronous function in the page and gives what it
    /// returns.
    pub async fn run(&self, body: &str) -> Value {
        self.run_with(body, Vec::new()).await
    }

    /// The same with `arguments`.
    pub async fn run_with(&self, body: &str, arguments: Vec<Value>) -> Value {
        let script = format!("return (async () => {{ {body} }})()");
        self.client.execute(&script, arguments).await.unwrap_or_else(|error| panic!("{error}\nin: {body}"))
    }

    /// Waits until an expression of the page is true.
    pub async fn wait_until(&self, expression: &str) {
        let start = Instant::now();
        while self.run(&format!("return Boolean({expression})")).await != json!(true) {
            assert!(start.elapsed() < PATIENCE, "never true: {expression}");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits for a download and gives its content. The browser keeps the name
    /// with an empty file while it writes beside it, so an empty file is not yet
    /// the download.
    pub async fn downloaded(&self, name: &str) -> Vec<u8> {
        let file = self.directory.path().join(DOWNLOADS).join(name);
        let start = Instant::now();
        loop {
            match fs::read(&file) {
                Ok(content) if !content.is_empty() => return content,
                _ => assert!(start.elapsed() < PATIENCE, "never downloaded: {name}"),
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// The errors that were logged since this was last asked.
    pub async fn errors(&self) -> Vec<String> {
        console::errors(&self.client).await
    }

    /// Allows for handlers that the browser's parser met in the inert document of
    /// a paste: that the policy held them off is logged, sooner or later, and
    /// nothing else may have been.
    pub async fn expect_held_off(&self) {
        let errors = self.errors().await;
        let held_off = |error: &String| error.contains("violates the following Content Security Policy directive");
        assert!(errors.iter().all(held_off), "{errors:?}");
    }

    /// What was asked for, besides the page itself, what it holds itself, and
    /// what the browser's own first page asked the browser for.
    pub async fn foreign_requests(&self) -> Vec<String> {
        let inside = ["data:", "blob:", "chrome:", "chrome-untrusted:"];
        let own = |url: &String| *url == self.address || inside.iter().any(|scheme| url.starts_with(scheme));
        console::requests(&self.client).await.into_iter().filter(|url| !own(url)).collect()
    }

    async fn assert_silent(&self) {
        assert_eq!(self.foreign_requests().await, [""; 0], "the page asked for something");
        assert_eq!(self.errors().await, [""; 0], "the page logged an error");
    }
}

const DOWNLOADS: &str = "downloads";

fn capabilities(directory: &Path) -> Capabilities {
    let profile = format!("--user-data-dir={}", directory.join("profile").display());
    let arguments = [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-first-run", "--window-size=1366,768", &profile,
    ];
    let capabilities = json!({
        "goog:chromeOptions": {
            "args": arguments,
            "prefs": {
                "download.default_directory": directory.join(DOWNLOADS),
                "download.prompt_for_download": false,
            },
        },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    });
    capabilities.as_object().cloned().expect("an object")
}
