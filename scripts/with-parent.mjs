// Loaded before the server (node --import): a server whose parent was killed stops too, and leaves no port taken.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
