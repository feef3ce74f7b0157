//! A browser that is too old for any chromedriver at hand, driven by the
//! DevTools protocol over a pipe: each message is JSON and ends with NUL.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;
use url::Url;

/// How long one answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// The browser reads file 3 and writes file 4; what it prints goes nowhere.
const WITH_PIPES: &str = "exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";

const FLAGS: [&str; 8] = [
    "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1366,768",
    // The stripped old build runs as one process only.
    "--single-process", "--no-zygote", "--disable-dev-shm-usage", "--remote-debugging-pipe",
];

/// A running browser with one page; both end with this value.
pub struct PipedBrowser {
    process: Child,
    commands: ChildStdin,
    messages: Receiver<Value>,
    last_id: u64,
    session: Value,
    problems: Vec<String>,
    _profile: TempDir,
}

impl PipedBrowser {
    /// Starts `binary` and opens `file`.
    pub fn open(binary: &Path, file: &Path) -> Self {
        let profile = tempfile::tempdir().expect("a temporary directory");
        let mut process = Command::new("sh")
            .args(["-c", WITH_PIPES, "sh"])
            .arg(binary)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .env("FONTCONFIG_PATH", "/etc/fonts")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the browser starts");
        let commands = process.stdin.take().expect("its input is piped");
        let messages = listen(process.stdout.take().expect("its output is piped"));
        let mut browser = Self {
            process,
            commands,
            messages,
            last_id: 0,
            session: Value::Null,
            problems: Vec::new(),
            _profile: profile,
        };
        browser.attach(&Url::from_file_path(file).expect("an absolute path"));
        browser
    }

    fn attach(&mut self, address: &Url) {
        let target = self.call("Target.createTarget", json!({ "url": "about:blank" }))["targetId"].take();
        let attached = self.call("Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        self.session = attached["sessionId"].clone();
        for domain in ["Runtime", "Page"] {
            self.call(&format!("{domain}.enable"), json!({}));
        }
        self.call("Page.navigate", json!({ "url": address.as_str() }));
        self.evaluate(
            "new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done))",
        );
    }

    /// The value of an expression, awaited where it is a promise.
    pub fn evaluate(&mut self, expression: &str) -> Value {
        let parameters = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let mut answer = self.call("Runtime.evaluate", parameters);
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].take()
    }

    /// Puts `text` where the caret is, as an input method does.
    pub fn insert(&mut self, text: &str) {
        self.call("Input.insertText", json!({ "text": text }));
    }

    /// The exceptions that the page did not catch.
    pub fn problems(&self) -> &[String] {
        &self.problems
    }

    fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.last_id += 1;
        let mut command = json!({ "id": self.last_id, "method": method, "params": parameters });
        if self.session.is_string() {
            command["sessionId"] = self.session.clone();
        }
        write!(self.commands, "{command}\0").expect("the browser listens");
        loop {
            let mut message = self.messages.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("no answer to {method}"));
            if message["id"] == self.last_id {
                assert!(message.get("error").is_none(), "{method}: {message}");
                return message["result"].take();
            }
            if message["method"] == "Runtime.exceptionThrown" {
                self.problems.push(message["params"].to_string());
            }
        }
    }
}

fn listen(output: ChildStdout) -> Receiver<Value> {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for message in BufReader::new(output).split(0).map_while(Result::ok) {
            let message = serde_json::from_slice(&message).expect("a message is JSON");
            if sender.send(message).is_err() {
                return;
            }
        }
    });
    receiver
}

impl Drop for PipedBrowser {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}
