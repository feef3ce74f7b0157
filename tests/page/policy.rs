//! The policy of the page is kept by the browser: nothing that got in could
//! get anything out.

use crate::browser::{on_changed_page, on_page};
use serde_json::json;

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn refuses_every_way_out() {
    let ways = [
        ("fetch", "await fetch('https://example.invalid/').catch(() => {})"),
        ("beacon", "navigator.sendBeacon('https://example.invalid/', 'text')"),
        ("socket", "try { new WebSocket('wss://example.invalid/') } catch (_) {}"),
        ("image", "new Image().src = 'https://example.invalid/x.png'"),
        ("frame", "document.body.appendChild(document.createElement('iframe')).src = 'https://example.invalid/'"),
        ("script", "document.body.appendChild(document.createElement('script')).textContent = 'window.injected = 1'"),
        ("style", "document.body.appendChild(document.createElement('style')).textContent = 'body { color: red }'"),
        ("eval", "setTimeout('window.injected = 1')"),
    ];
    on_page(async |page| {
        for (name, way) in ways {
            let body = format!(
                "const refused = new Promise(done => addEventListener('securitypolicyviolation', done, {{ once: true }}));
                {way};
                const late = new Promise(done => setTimeout(done, 3000, null));
                const event = await Promise.race([refused, late]);
                return [event && event.effectiveDirective !== '', typeof window.injected];"
            );
            assert_eq!(page.run(&body).await, json!([true, "undefined"]), "{name} was not refused");
        }
        // Each refusal is logged as an error, and none of them left the browser.
        page.errors().await;
    });
}

/// Long texts are read in a worker, which is made of what the page holds: of a
/// blob, and nothing else. It is bound by the policy of the page, so that it has
/// no way out that the page has not.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_worker_comes_from_a_blob_and_is_bound_as_the_page_is() {
    let refused = [
        ("fetch", "fetch('https://example.invalid/').then(() => false, () => true)"),
        (
            "request",
            "attempt(() => { const one = new XMLHttpRequest(); one.open('GET', 'https://example.invalid/', false); one.send(); })",
        ),
        ("socket", "new Promise(done => (new WebSocket('wss://example.invalid/').onerror = () => done(true)))"),
        ("events", "new Promise(done => (new EventSource('https://example.invalid/').onerror = () => done(true)))"),
        ("transport", "new WebTransport('https://example.invalid/').ready.then(() => false, () => true)"),
        ("script", "attempt(() => importScripts('https://example.invalid/x.js'))"),
        ("own script", "attempt(() => importScripts(URL.createObjectURL(new Blob(['1']))))"),
        ("module", "import('https://example.invalid/x.js').then(() => false, () => true)"),
        ("eval", "attempt(() => eval('1'))"),
        ("worker", "new Promise(done => (new Worker('data:,postMessage(1)').onerror = () => done(true)))"),
        ("calls", "typeof RTCPeerConnection === 'undefined'"),
    ];
    on_page(async |page| {
        let tries: Vec<_> = refused.iter().map(|(name, way)| format!("[{name:?}, () => {way}]")).collect();
        let program = format!(
            "const attempt = act => {{ try {{ act(); return false }} catch (_) {{ return true }} }};
            const told = async (name, way) => {{ try {{ return [name, await way()] }} catch (_) {{ return [name, true] }} }};
            Promise.all([{}].map(one => told(...one))).then(postMessage);",
            tries.join(", ")
        );
        let ask = "
            const worker = new Worker(URL.createObjectURL(new Blob([arguments[0]], { type: 'text/javascript' })));
            return new Promise(done => (worker.onmessage = event => done(event.data)))";
        let told = page.run_with(ask, vec![json!(program)]).await;
        assert_eq!(told, json!(refused.map(|(name, _)| json!([name, true]))));
        let elsewhere = "
            return Promise.all(['https://example.invalid/x.js', 'data:text/javascript,postMessage(1)'].map(address =>
                new Promise(done => {
                    try {
                        const worker = new Worker(address);
                        worker.onerror = () => done(true);
                        worker.onmessage = () => done(false);
                    } catch (_) { done(true) }
                })))";
        assert_eq!(page.run(elsewhere).await, json!([true, true]));
        // Each refusal is logged as an error, and none of them left the browser.
        page.errors().await;
    });
}

/// What no policy closes to a script that got in, each with a try that shows
/// it. The page's own code does none of it without being asked (see
/// `shipped.rs`), and 关于 tells of each.
const OPEN: [(&str, &str); 7] = [
    (
        "navigation",
        "const opened = window.open('about:blank'); const open = Boolean(opened); opened.close(); return open",
    ),
    (
        "frame",
        "const frame = document.body.appendChild(document.createElement('iframe'));
        const known = typeof frame.contentWindow.RTCPeerConnection; frame.remove(); return known === 'function'",
    ),
    ("download", "return 'download' in HTMLAnchorElement.prototype"),
    (
        "clipboard",
        // Only the hand of a person sets it off; that it is there is what counts.
        "return document.queryCommandSupported('copy')",
    ),
    (
        "window",
        "const [one, other] = [new BroadcastChannel('a'), new BroadcastChannel('a')];
        const heard = new Promise(done => (one.onmessage = () => done(true)));
        other.postMessage(1); return heard",
    ),
    (
        "storage",
        "localStorage.setItem('a', 'b'); const kept = localStorage.getItem('a'); localStorage.clear(); return kept === 'b'",
    ),
    ("title", "document.title = 'a'; return document.title === 'a'"),
];

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn tells_what_it_cannot_close() {
    on_page(async |page| {
        for (name, attempt) in OPEN {
            assert_eq!(page.run(attempt).await, json!(true), "{name} is closed: 关于 need not tell of it");
        }
        let told =
            "return Array.from(document.querySelectorAll('#about [data-channel]')).map(one => one.dataset.channel)";
        assert_eq!(page.run(told).await, json!(OPEN.map(|(name, _)| name)));
        let words = page.run("return document.getElementById('about').textContent").await;
        let words = words.as_str().expect("words");
        for needed in [env!("CARGO_PKG_VERSION"), "certutil -hashfile", "sha256sum", "WebRTC", "jieba"] {
            assert!(words.contains(needed), "关于 lacks {needed}");
        }
    });
}

/// What the first script takes away, as no policy forbids it.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn calls_from_browser_to_browser_are_taken_away() {
    on_page(async |page| {
        let left =
            "return Object.getOwnPropertyNames(window).filter(name => /RTC|WebTransport|Presentation/.test(name))";
        assert_eq!(page.run(left).await, json!([]));
        let prefetch = "return document.querySelector('meta[http-equiv=\"x-dns-prefetch-control\"]').content";
        assert_eq!(page.run(prefetch).await, json!("off"));
    });
}

/// So that the silence of all other tests means something.
#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn a_request_would_be_seen() {
    on_changed_page("connect-src 'none'", "connect-src https:", async |page| {
        page.run("await fetch('https://example.invalid/notice').catch(() => {})").await;
        assert_eq!(page.foreign_requests().await, ["https://example.invalid/notice"]);
        assert_eq!(page.errors().await.len(), 1);
    });
}

#[test]
#[ignore = "needs the built page: cargo xtask test"]
fn lets_a_download_through() {
    on_page(async |page| {
        let save = "
            const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob(['\\ufeff任务']));
            link.download = '青岭县通知-任务分解表.csv';
            document.body.appendChild(link);
            link.click();";
        page.run(save).await;
        assert_eq!(page.downloaded("青岭县通知-任务分解表.csv").await, "\u{feff}任务".as_bytes());
    });
}
