//! The exports that the single file calls.

use core::panic::PanicInfo;
use core::slice;

use crate::coder::Decompressor;
use crate::model::{Kind, Tables};

static mut TABLES: Tables = Tables::EMPTY;
static mut DECOMPRESSOR: Option<Decompressor<'static>> = None;

/// Begins to decompress `pressed_length` bytes into `length` bytes at `room`.
///
/// # Safety
///
/// Both places are the caller's, who called nothing before and leaves them alone until all is out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn begin(
    pressed: *const u8,
    pressed_length: usize,
    room: *mut u8,
    length: usize,
) {
    // SAFETY: there is one thread, and the caller promises the rest.
    unsafe {
        let pressed = slice::from_raw_parts(pressed, pressed_length);
        let room = slice::from_raw_parts_mut(room, length);
        DECOMPRESSOR =
            (&raw mut TABLES).as_mut().map(|tables| Decompressor::new(tables, pressed, room));
    }
}

/// Decompresses this many more bytes, few at a time: browsers speed code up between calls.
///
/// # Safety
///
/// There is room for them, and `begin` was called before.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn decompress(count: usize, code: bool) {
    let kind = if code { Kind::Wasm } else { Kind::Text };
    // SAFETY: there is one thread, in which nothing else holds on to it.
    if let Some(decompressor) = unsafe { (&raw mut DECOMPRESSOR).as_mut() }.and_then(Option::as_mut)
    {
        decompressor.decompress(kind, count);
    }
}

#[panic_handler]
fn stop(_: &PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
