use notice_analyzer::{
    outline::{letter, table},
    source::Source,
};
fn main() {
    let t = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let s = Source::new(&t);
    let l = letter::read(&s, &table::read(&s), None);
    for st in &l.stretches {
        println!("{:?} {}", st.kind, s.slice(st.range).chars().take(60).collect::<String>());
    }
    for p in &l.parts {
        println!("PART {:?} {:?}", p.kind, p.title.as_ref().map(|t| t.text.clone()));
        for r in &p.paragraphs {
            let x = s.slice(*r);
            println!("   {} {}", x.len(), x.chars().take(50).collect::<String>());
        }
    }
}
