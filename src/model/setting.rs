use std::borrow::Cow;

use super::Place;
use crate::ast::{ChannelValue, Secret};
use crate::server::{ChannelOptionName, ServerSet};

/// The value that a channel's option was given last.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// Which option.
    pub option: ChannelOptionName,
    /// The value.
    pub value: ChannelValue<'static>,
    /// The option in its statement, name and value.
    pub place: Place,
}

impl Setting {
    /// Bytes that servers keep of a text that no table limits (`FN_REFLEN`); they cut the rest off.
    pub(crate) const KEPT: usize = 511;

    /// Whether it is NULL.
    pub fn is_null(&self) -> bool {
        matches!(self.value, ChannelValue::Null(_))
    }

    /// The secret, if it is one.
    pub fn secret(&self) -> Option<&Secret<'static>> {
        if let ChannelValue::Secret(secret) = &self.value { Some(secret) } else { None }
    }

    /// The number, as the servers read it where they want an integer.
    pub fn integer(&self) -> Option<u64> {
        if let ChannelValue::Number(number) = &self.value { number.integer() } else { None }
    }

    /// Whether the value is this word.
    pub fn is_word(&self, word: &str) -> bool {
        matches!(&self.value, ChannelValue::Word(value) if value.word.is(word))
    }

    /// The text; `''` for NULL. `None` where a template puts it in later, or where the value is no text.
    pub fn text(&self) -> Option<Cow<'_, str>> {
        match &self.value {
            ChannelValue::Text(text) => text.value(),
            ChannelValue::Null(_) => Some(Cow::Borrowed("")),
            _ => None,
        }
    }

    /// Where its value stands.
    pub fn value_place(&self) -> Place {
        let span = match &self.value {
            ChannelValue::Text(text) | ChannelValue::Placeholder(text) => text.span(),
            ChannelValue::Secret(secret) => secret.span(),
            ChannelValue::Number(number) => number.span(),
            ChannelValue::Null(span) | ChannelValue::Default(span) => *span,
            ChannelValue::Ids(_) | ChannelValue::Account(_) | ChannelValue::Word(_) => self.place.span,
        };
        Place { span, ..self.place.clone() }
    }

    /// Where a part of its text stands, in bytes of the value; `None` where escapes make value and text differ.
    pub fn part(&self, start: usize, len: usize) -> Option<Place> {
        let ChannelValue::Text(text) = &self.value else { return None };
        text.part(start, len).map(|span| Place { span, ..self.place.clone() })
    }
}

/// The options that are set, by option. They are asked for much more often than they change.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct GivenOptions {
    /// A bit for each option that is set.
    given: u64,
    settings: Vec<Setting>,
}

impl GivenOptions {
    /// Where it stands among those that are set, or would.
    fn place(&self, option: ChannelOptionName) -> usize {
        (self.given & (option.bit() - 1)).count_ones() as usize
    }

    pub(super) fn get(&self, option: ChannelOptionName) -> Option<&Setting> {
        if self.given & option.bit() == 0 { None } else { self.settings.get(self.place(option)) }
    }

    pub(super) fn insert(&mut self, setting: Setting) {
        let (option, at) = (setting.option, self.place(setting.option));
        match self.settings.get_mut(at) {
            Some(before) if before.option == option => *before = setting,
            _ => self.settings.insert(at, setting),
        }
        self.given |= option.bit();
    }

    pub(super) fn reserve(&mut self, settings: usize) {
        self.settings.reserve_exact(settings);
    }

    pub(super) fn remove(&mut self, option: ChannelOptionName) -> Option<Setting> {
        let is_set = self.given & option.bit() != 0;
        self.given &= !option.bit();
        is_set.then(|| self.settings.remove(self.place(option)))
    }

    /// A bit for each option that is set.
    pub(super) fn given(&self) -> u64 {
        self.given
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Setting> {
        self.settings.iter()
    }
}

/// What is known of an option that holds a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'c> {
    /// It may have been set before the run.
    Unknown,
    /// It is not set: since the channel began, or because it was given `''` or NULL.
    Unset,
    /// It was given this value, perhaps by a template that puts it in later.
    Given(&'c Setting),
}

impl<'c> Value<'c> {
    /// The setting, if there is one.
    pub fn given(self) -> Option<&'c Setting> {
        if let Value::Given(setting) = self { Some(setting) } else { None }
    }

    /// Whether it is known not to be set.
    pub fn is_unset(self) -> bool {
        self == Value::Unset
    }
}

/// On which servers a switch of a channel is on and off; those in neither may have it either way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Switch<'c> {
    /// Where it is on.
    pub on: ServerSet,
    /// Where it is off.
    pub off: ServerSet,
    /// Where it was set; none: by default.
    pub setting: Option<&'c Setting>,
}
