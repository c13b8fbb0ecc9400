#include "cli/command.h"

int main(int argc, char** argv) { return lede::cli::run_command(argc, argv); }
