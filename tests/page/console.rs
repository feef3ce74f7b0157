//! What the browser logs about a page, by chromedriver's extensions to the
//! WebDriver standard.

use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command that chromedriver knows beyond the standard.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

/// Runs a command of the DevTools protocol.
pub async fn devtools(client: &Client, command: &str, parameters: Value) -> Value {
    let body = json!({ "cmd": command, "params": parameters });
    client.issue_cmd(Extension { path: "goog/cdp/execute", body }).await.expect("a DevTools command")
}

/// What the page logged as an error since this was last asked.
pub async fn errors(client: &Client) -> Vec<String> {
    let entries = log(client, "browser").await;
    let severe = entries.into_iter().filter(|entry| entry["level"] == "SEVERE");
    severe.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned()).collect()
}

/// The addresses that were asked for since this was last asked, without those
/// that the policy of the page stopped, and without what the browser loads for
/// surfaces of its own.
pub async fn requests(client: &Client) -> Vec<String> {
    let entries = log(client, "performance").await;
    let messages = entries.iter().filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok());
    let events: Vec<_> = messages.map(|mut message| message["message"].take()).collect();
    let of_kind =
        |kind: &'static str| events.iter().filter(move |event| event["method"] == kind).map(|event| &event["params"]);
    let stopped = |request: &Value| {
        of_kind("Network.loadingFailed")
            .any(|failure| failure["requestId"] == request["requestId"] && failure["blockedReason"] == "csp")
    };
    let browsers_own = |request: &Value| request["documentURL"].as_str().is_some_and(|url| url.starts_with("chrome:"));
    let asked = of_kind("Network.requestWillBeSent").filter(|request| !stopped(request) && !browsers_own(request));
    asked.map(|request| request["request"]["url"].as_str().unwrap_or_default().to_owned()).collect()
}

async fn log(client: &Client, kind: &str) -> Vec<Value> {
    let command = Extension { path: "se/log", body: json!({ "type": kind }) };
    match client.issue_cmd(command).await.expect("the log of the browser") {
        Value::Array(entries) => entries,
        other => panic!("not a log: {other}"),
    }
}
