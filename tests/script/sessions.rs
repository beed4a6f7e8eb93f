//! Sessions pasted into a script.

use super::{fixed, problems, told};

#[test]
fn a_prompt_is_a_problem_and_the_statement_behind_it_is_told() {
    assert_eq!(told("mysql> GRANT a;\n"), ["1:1 prompt-in-script", "1:8 GRANT a", "1 0 0"]);
    assert_eq!(told("  MariaDB [(none)]> GRANT a;\n"), ["1:3 prompt-in-script", "1:21 GRANT a", "1 0 0"]);
    assert_eq!(told("mysql>GRANT a; GRANT b;\n"), ["1:1 prompt-in-script", "1:7 GRANT a", "1:16 GRANT b", "2 0 0"]);
    assert_eq!(
        told("mysql> SELECT 1;\nmysql> use db\nmysql> "),
        ["1:1 prompt-in-script", "2:1 prompt-in-script", "3:1 prompt-in-script", "0 1 0"]
    );
    assert_eq!(told("SELECT a > b, mysql.a>c;\n'\nmysql> ';"), ["0 2 0"], "no prompts");
}

#[test]
fn prompts_inside_a_statement_become_blanks() {
    let script = "mysql> GRANT a\n    -> ON 'x\n    '> y'\n    -> TO b;\nGRANT c;";
    let statement = "1:8 GRANT a\n       ON 'x\n       y'\n       TO b";
    assert_eq!(told(script), ["1:1 prompt-in-script", statement, "5:1 GRANT c", "2 0 0"]);
    assert_eq!(problems(script).len(), 1);
    assert_eq!(fixed(script), "GRANT a\nON 'x\ny'\nTO b;\nGRANT c;");
}

#[test]
fn what_the_client_printed_is_passed() {
    let script = "Welcome to the MariaDB monitor.  Commands end with ; or \\g.\n\
        Type 'help;' for help.\n\n\
        MariaDB [(none)]> GRANT a;\nQuery OK, 0 rows affected (0.00 sec)\n\n\
        MariaDB [(none)]> SELECT it;\n+----+\n| it's |\n+----+\n1 row in set (0.00 sec)\n\n\
        MariaDB [db]> SHOW SLAVE STATUS\\G\n*************************** 1. row ***************************\n  Last_Error: it's; bad\n\
        MariaDB [db]> exit\nBye\nGRANT b;\n";
    let found = told(script);
    assert_eq!(found[..2], ["4:1 prompt-in-script", "4:19 GRANT a"]);
    assert_eq!(
        found[2..6],
        ["7:1 prompt-in-script", "13:1 prompt-in-script", "13:15 SHOW SLAVE STATUS", "16:1 prompt-in-script"]
    );
    assert_eq!(found[6], "18:1 GRANT b");
}

#[test]
fn a_prompt_ends_what_stands_before_it() {
    assert_eq!(told("some words\nmysql> GRANT a;"), ["2:1 prompt-in-script", "2:8 GRANT a", "1 1 0"]);
    assert_eq!(
        told("mysql> GRANT a\nmysql> GRANT b;"),
        ["1:1 prompt-in-script", "1:8 GRANT a", "2:1 prompt-in-script", "2:8 GRANT b", "2 0 0"]
    );
    assert_eq!(told("+----+\n| GRANT a; |"), ["0 2 0"], "no prompt was seen");
}

#[test]
fn the_message_quotes_nothing() {
    let problem = problems("MariaDB [secret]> GRANT a;").remove(0);
    assert!(!problem.message.contains("secret"));
    assert_eq!((problem.base.offset, problem.len), (0, 17));
}
