//! Embeds a store in a web handler: a function from the target of a request to a status and JSON, whatever the
//! framework. A store may be asked from many threads at a time.
//!
//! Run it with `cargo run -p rapporteur --example embed_in_web_handler`; it serves one request, its own.

#![allow(clippy::print_stdout)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

use rapporteur::{Error, GraphError, Line, Store, render, resolve};

/// One document with its text, and what it says.
const LINES: &str = include_str!("../tests/data/ljubljana.jsonl");

/// `/met?who=Kolar` or `/why?id=meeting/2025-03-03-ljubljana`: the status and the body.
fn handle(store: &Store, target: &str) -> (u16, String) {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let parameter = |name: &str| {
        query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=').map(decoded))
    };
    let answer = match (path, parameter("who"), parameter("id")) {
        ("/met", Some(who), _) => met(store, &who),
        ("/met", None, _) => store.met().run().map_err(Error::from).and_then(|rows| render::json(&rows)),
        ("/why", _, Some(id)) => why(store, &id),
        _ => return (404, problem("ask /met?who=NAME or /why?id=ID")),
    };
    match answer {
        Ok(body) => (200, body),
        // What the name may mean stands in the message.
        Err(Error::Unresolved(unresolved)) => (404, problem(&unresolved.to_string())),
        Err(error) => (500, problem(&error.to_string())),
    }
}

fn met(store: &Store, who: &str) -> Result<String, Error> {
    let actor = resolve::actor(store, who)?;
    render::json(&store.met().actor(&actor).run()?)
}

fn why(store: &Store, id: &str) -> Result<String, Error> {
    let Ok(id) = id.parse() else { return Ok("[]".to_owned()) };
    let evidence = store.evidence(&id)?;
    let pieces: Vec<serde_json::Value> = evidence
        .iter()
        .map(|piece| serde_json::json!({"document": piece.document, "line": piece.line, "words": piece.span.text}))
        .collect();
    Ok(serde_json::Value::from(pieces).to_string())
}

fn problem(what: &str) -> String {
    serde_json::json!({ "error": what }).to_string()
}

/// A value of a query without its escapes: `S%C3%B8ren+B%C3%A6k` is Søren Bæk.
fn decoded(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped =
            after.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(if *first == b'+' { b' ' } else { *first });
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Answers one request, as a framework would for us.
fn serve(store: &Store, stream: &mut TcpStream) -> std::io::Result<()> {
    let mut request = String::new();
    BufReader::new(&mut *stream).read_line(&mut request)?;
    let (status, body) = handle(store, request.split(' ').nth(1).unwrap_or("/"));
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status} \r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )
}

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let store = Store::create(folder.path().join("store"))?;
    store.import(LINES.lines().enumerate().map(|(number, line)| {
        line.parse::<Line>().map_err(|error| GraphError::Line { line: number + 1, reason: error.to_string() })
    }))?;

    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let reply = std::thread::scope(|scope| {
        let client = scope.spawn(move || -> std::io::Result<String> {
            let mut stream = TcpStream::connect(address)?;
            write!(stream, "GET /met?who=S%C3%B8ren+B%C3%A6k HTTP/1.1\r\nHost: localhost\r\n\r\n")?;
            let mut reply = String::new();
            stream.read_to_string(&mut reply)?;
            Ok(reply)
        });
        let (mut stream, _) = listener.accept()?;
        serve(&store, &mut stream)?;
        drop(stream);
        client.join().map_err(|_| std::io::Error::other("the client ended"))?
    })?;
    println!("{reply}");
    assert!(reply.starts_with("HTTP/1.1 200") && reply.contains("meeting/2025-03-03-ljubljana"));

    assert_eq!(handle(&store, "/met?who=Kolra").0, 404);
    assert!(handle(&store, "/why?id=meeting/2025-03-03-ljubljana").1.contains("did not attend"));
    Ok(())
}
