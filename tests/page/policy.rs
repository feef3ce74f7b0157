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
