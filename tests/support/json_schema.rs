//! Whether a document fits a JSON Schema, for the keywords that ours uses.

use serde_json::Value;

/// What does not fit, each with its place in the document.
///
/// # Panics
/// At a keyword that is not known here.
pub fn misfits(schema: &Value, document: &Value) -> Vec<String> {
    let mut checker = Checker { root: schema, misfits: Vec::new() };
    checker.check(schema, document, "");
    checker.misfits
}

struct Checker<'s> {
    root: &'s Value,
    misfits: Vec<String>,
}

impl Checker<'_> {
    fn check(&mut self, schema: &Value, value: &Value, at: &str) {
        for (keyword, wanted) in schema.as_object().unwrap() {
            let fits = match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" | "format" => true,
                "$ref" => {
                    let target = self.root.pointer(wanted.as_str().unwrap().trim_start_matches('#')).unwrap();
                    self.check(&target.clone(), value, at);
                    true
                }
                "type" => match wanted {
                    Value::Array(types) => types.iter().any(|one| is_of(one, value)),
                    one => is_of(one, value),
                },
                "const" => value == wanted,
                "enum" => wanted.as_array().unwrap().contains(value),
                "minimum" => value.as_f64().is_none_or(|number| number >= wanted.as_f64().unwrap()),
                "maximum" => value.as_f64().is_none_or(|number| number <= wanted.as_f64().unwrap()),
                "oneOf" => self.fitting(wanted, value) == 1,
                "anyOf" => self.fitting(wanted, value) >= 1,
                "required" => {
                    wanted.as_array().unwrap().iter().all(|field| value.get(field.as_str().unwrap()).is_some())
                }
                "properties" => {
                    for (field, schema) in wanted.as_object().unwrap() {
                        value
                            .get(field)
                            .into_iter()
                            .for_each(|value| self.check(schema, value, &format!("{at}/{field}")));
                    }
                    true
                }
                "additionalProperties" if *wanted == Value::Bool(false) => value
                    .as_object()
                    .is_none_or(|fields| fields.keys().all(|field| schema["properties"].get(field).is_some())),
                "items" => {
                    let items = value.as_array().into_iter().flatten();
                    items.enumerate().for_each(|(index, item)| self.check(wanted, item, &format!("{at}/{index}")));
                    true
                }
                _ => panic!("keyword {keyword} in the schema"),
            };
            if !fits {
                self.misfits.push(format!("{at}: {keyword}"));
            }
        }
    }

    fn fitting(&self, schemas: &Value, value: &Value) -> usize {
        let fits = |schema: &&Value| {
            let mut alone = Checker { root: self.root, misfits: Vec::new() };
            alone.check(schema, value, "");
            alone.misfits.is_empty()
        };
        schemas.as_array().unwrap().iter().filter(fits).count()
    }
}

fn is_of(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("type {other} in the schema"),
    }
}
