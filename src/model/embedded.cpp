// LEDE_MODEL_FILE is the path of the packed model; CMake makes this file depend on it.
#include "model/embedded.h"

#if defined(__wasm__)
#define LEDE_SECTION ".section .rodata.lede_model,\"\",@\n"
#define LEDE_SIZE_TYPE ".int32"
#elif defined(__APPLE__)
#define LEDE_SECTION ".const_data\n"
#define LEDE_SIZE_TYPE ".long"
#else
#define LEDE_SECTION ".section .rodata.lede_model,\"a\",%progbits\n"
#define LEDE_SIZE_TYPE ".long"
#endif
#if defined(__APPLE__)
#define LEDE_SYMBOL(name) "_" name
#define LEDE_LOCAL(name) "L" name
#define LEDE_SYMBOL_SIZE(name, size)
#else
#define LEDE_SYMBOL(name) name
#define LEDE_LOCAL(name) ".L" name
#define LEDE_SYMBOL_SIZE(name, size) ".size " name ", " size "\n"
#endif

// clang-format off
asm(LEDE_SECTION
    ".globl " LEDE_SYMBOL("lede_model_bytes") "\n"
    ".p2align 4\n"
    LEDE_SYMBOL("lede_model_bytes") ":\n"
    ".incbin \"" LEDE_MODEL_FILE "\"\n"
    LEDE_LOCAL("lede_model_end") ":\n"
    LEDE_SYMBOL_SIZE("lede_model_bytes", LEDE_LOCAL("lede_model_end") " - " LEDE_SYMBOL("lede_model_bytes"))
    ".globl " LEDE_SYMBOL("lede_model_size") "\n"
    ".p2align 2\n"
    LEDE_SYMBOL("lede_model_size") ":\n"
    LEDE_SIZE_TYPE " " LEDE_LOCAL("lede_model_end") " - " LEDE_SYMBOL("lede_model_bytes") "\n"
    LEDE_SYMBOL_SIZE("lede_model_size", "4")
    ".text\n");
// clang-format on

extern "C" const std::uint8_t lede_model_bytes[];
extern "C" const std::uint32_t lede_model_size;

namespace lede {

std::span<const std::uint8_t> embedded_model() { return {lede_model_bytes, lede_model_size}; }

}  // namespace lede
