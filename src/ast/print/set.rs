//! SET name = value.

use super::Print;
use super::printer::Printer;
use crate::ast::{Assignment, Quote, SetValue, SetVariables, Text, VariableScope};

impl Print for SetVariables<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        to.words("SET");
        to.nodes(&self.assignments);
    }
}

impl Print for Assignment<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self.scope {
            VariableScope::Unwritten => to.variable("", &self.name),
            VariableScope::Session => to.variable("@@SESSION.", &self.name),
            VariableScope::Global => to.variable("@@GLOBAL.", &self.name),
            VariableScope::Persist => to.variable("@@PERSIST.", &self.name),
            VariableScope::PersistOnly => to.variable("@@PERSIST_ONLY.", &self.name),
            VariableScope::User => to.variable("@", &self.name),
        }
        to.words("=");
        self.value.print(to);
    }
}

impl Print for SetValue<'_> {
    fn print(&self, to: &mut Printer<'_>) {
        match self {
            SetValue::Text(text) => to.text(text),
            SetValue::Number(number) => to.number(number),
            SetValue::Word(word) => to.variable("", word),
            SetValue::Default(_) => to.words("DEFAULT"),
            SetValue::UserVariable(name) => to.variable("@", name),
            SetValue::SystemVariable(name) => to.variable("@@", name),
            SetValue::Expression(expression) => to.secret(expression),
        }
    }
}

impl Printer<'_> {
    /// A variable behind what marks its scope; one without quotes stays as it is, dots and all.
    fn variable(&mut self, scope: &str, name: &Text<'_>) {
        self.words(scope);
        self.joined();
        match name.quote() {
            Quote::None => self.raw(name.raw()),
            _ => self.quoted_name(name),
        }
    }
}
