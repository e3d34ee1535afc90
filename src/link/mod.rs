//! Session to link and back.
//!
//! A link is `v=2`, then fields `name=value` joined by `&`, then `end=1`, which tells a whole link from one that
//! was cut. Values use letters, digits and `_~.-` only, which no program rewrites in an address.
//!
//! One table, `fields`, says of every field how it is written and read. It serves links, the handover of a
//! session between packages of the page (`handover`) and the chapters of the lesson ([`set_up`]).
//!
//! ```
//! use downhill::data::builtin;
//! use downhill::link;
//! use downhill::session::Session;
//!
//! let mut session = Session::on_builtin(builtin::first());
//! session.advance(10);
//! let link = link::encode(&session);
//! assert!(link.starts_with("v=2&data=weather&") && link.ends_with("&end=1"));
//! assert_eq!(link::decode(&link)?.session.run().state(), session.run().state());
//! # Ok::<(), link::LinkError>(())
//! ```
//!
//! A value that no release has written is refused, with the name of its field; fields of later releases are skipped. The
//! way to the epoch is replayed. Data that only the reader has are the field `rows`: up to 500 rows whole, as decimals
//! where they are decimals; more as their sums, bit by bit, and what those leave of their digits, with as many of 300
//! points as fit in 2,000 letters, placed in
//! 4,096 steps. A CRC-32 tells data that were damaged. Only the full package writes and reads `rows`, and
//! `program`, the reader's own program as the page packs it. `tests/links/` keeps
//! links of every version with the numbers that they lead to: new links are added, none is changed.

mod carried;
mod column;
mod draft;
mod error;
mod field;
mod fields;
mod handover;
mod mended;
mod open;
mod packed;
mod program;
mod read;
mod rows;
mod split;
mod values;
mod write;

pub use carried::{Carried, CarriedData, LONGEST, Scope};
pub use error::LinkError;
pub use handover::{pack, unpack};
pub use open::{Opened, apply, decode, set_up};
pub use program::{PackedProgram, ProgramError};
pub use rows::{MOST_POINTS, MOST_ROWS as MOST_WHOLE_ROWS};
pub use write::{Link, encode};

/// The version that links are written in.
const VERSION: u32 = 2;
/// The value of the field `data` where the data stay behind.
const OWN: &str = "own";
/// The value of the field `data` where the link carries the data.
const SENT: &str = "sent";
/// The end of a link, from version 2 on.
const END: &str = "&end=1";
