//! What the figure of the data says to those who cannot see it.

use downhill::data::builtin;
use downhill::text::en::description_data::scatter;

#[test]
fn print_all() {
    for set in builtin::all() {
        println!("{}: {}\n", set.id, scatter(&set.dataset()));
    }
}
