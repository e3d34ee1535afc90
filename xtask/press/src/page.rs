//! What the single file calls.

use core::panic::PanicInfo;
use core::slice;

use crate::coder::Decompressor;
use crate::model::{Kind, Tables};

static mut TABLES: Tables = Tables::EMPTY;
static mut DECOMPRESSOR: Option<Decompressor<'static>> = None;

/// Begins to decompress `compressed_length` bytes into a room of `length` bytes.
///
/// # Safety
///
/// Both places are the caller's, who called nothing before and leaves them alone until all is decompressed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn begin(
    compressed: *const u8,
    compressed_length: usize,
    room: *mut u8,
    length: usize,
) {
    // SAFETY: there is one thread, and the caller promises the rest.
    unsafe {
        let compressed = slice::from_raw_parts(compressed, compressed_length);
        let room = slice::from_raw_parts_mut(room, length);
        DECOMPRESSOR =
            (&raw mut TABLES).as_mut().map(|tables| Decompressor::new(tables, compressed, room));
    }
}

/// Decompresses the next bytes, few in each call: browsers optimise code between calls.
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
