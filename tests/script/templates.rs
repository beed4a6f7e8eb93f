//! Placeholders and control blocks of templates.

use super::told_with;
use replint::script::ScriptOptions;

fn told(script: &str) -> Vec<String> {
    told_with(script, &ScriptOptions { placeholders: true, ..Default::default() })
}

#[test]
fn control_blocks_between_statements_are_passed() {
    let script = "{% if it's %}\nGRANT a;\n  {%- endif -%}  \n{{ range .Users; }}\nGRANT b;\n{# it's\n a comment; #}\n<% end %>\r\nGRANT c;";
    assert_eq!(told(script), ["2:1 GRANT a", "5:1 GRANT b", "9:1 GRANT c", "3 0 0"]);
}

#[test]
fn control_blocks_stand_anywhere_between_statements() {
    assert_eq!(told("{% if it's %}GRANT a;{% endif %}\nGRANT b;"), ["1:14 GRANT a", "2:1 GRANT b", "2 0 0"]);
    assert_eq!(
        told("{{- range $u := .Users }} GRANT a; {{- end }}{{ end }};GRANT b;"),
        ["1:27 GRANT a", "1:56 GRANT b", "2 0 0"]
    );
    assert_eq!(told("<% if it's -%> GRANT a; <% end %> GRANT b;"), ["1:16 GRANT a", "1:35 GRANT b", "2 0 0"]);
}

#[test]
fn others_are_statements() {
    assert_eq!(told("{{ x }} GRANT a;"), ["0 1 0"], "not on a line of its own");
    assert_eq!(told("GRANT a TO {{ x; }};GRANT b;"), ["1:1 GRANT a TO {{ x", "1:21 GRANT b", "2 1 0"]);
    assert_eq!(told("<%= x %> GRANT a;"), ["0 1 0"], "puts text there");
    assert_eq!(told_with("{% if %}\nGRANT a;", &ScriptOptions::default()), ["0 1 0"], "not asked for");
}
