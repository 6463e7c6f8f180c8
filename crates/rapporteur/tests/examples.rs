//! The examples run, as a reader would run them.

#[path = "../examples/embed.rs"]
mod embed;
#[path = "../examples/export_dot.rs"]
mod export_dot;
#[path = "../examples/who_met_whom.rs"]
mod who_met_whom;

#[test]
fn embed_runs() {
    embed::main().unwrap();
}

#[test]
fn who_met_whom_runs() {
    who_met_whom::main().unwrap();
}

#[test]
fn export_dot_runs() {
    export_dot::main().unwrap();
}
