//! One driver of a browser of its own for each test.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// A running driver, which ends with this value, also when a test panics, and
/// takes its browsers with it.
pub struct Driver {
    process: Child,
    port: u16,
    /// Whether it ends by itself when asked to.
    hears: bool,
}

impl Driver {
    /// Starts that of Chromium on a port that the system chooses.
    pub fn chromium() -> Self {
        // It says `ChromeDriver was started successfully on port 12345.`
        Self::start("chromedriver".as_ref(), "started successfully on port ", true)
            .expect("chromedriver starts (Debian: apt-get install chromium-driver)")
    }

    /// Starts that of Firefox.
    pub fn firefox(program: &OsStr) -> Self {
        // It says `Listening on 127.0.0.1:12345`.
        Self::start(program, "Listening on 127.0.0.1:", false).expect("geckodriver starts")
    }

    fn start(program: &OsStr, announcement: &str, hears: bool) -> std::io::Result<Self> {
        let mut process = Command::new(program)
            .arg("--port=0")
            // Without a locale, Chromium writes no Chinese file names.
            .env("LC_ALL", "C.UTF-8")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut lines = BufReader::new(process.stdout.take().expect("its output is piped"));
        let port = announced_port(&mut lines, announcement);
        // A full pipe would stop it.
        thread::spawn(move || lines.read_to_end(&mut Vec::new()));
        Ok(Self { process, port, hears })
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://{}:{}", Ipv4Addr::LOCALHOST, self.port)
    }

    fn ask_to_stop(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(stream, "GET /shutdown HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

/// The number behind `announcement`.
fn announced_port(lines: &mut impl BufRead, announcement: &str) -> u16 {
    for line in lines.lines().map_while(Result::ok) {
        if let Some((_, port)) = line.split_once(announcement) {
            return port.trim_end_matches('.').parse().expect("a port number");
        }
    }
    panic!("the driver ended without naming its port");
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Asked, that of Chromium ends its browsers first; killed, it would leave
        // them behind. That of Firefox knows no such question.
        if !self.hears || self.ask_to_stop().is_err() {
            self.process.kill().ok();
        }
        self.process.wait().ok();
    }
}
