// Asks the service beside which it runs whether it is alive: exit code 0, or 1. Plain JavaScript, and nothing to install.
const url = process.env.BREAKWATER_HEALTH_URL ?? "http://127.0.0.1:8710/healthz";
try {
  const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(4000) });
  const body = await response.json();
  process.exitCode = response.status === 200 && body?.status === "alive" ? 0 : 1;
} catch {
  process.exitCode = 1;
}
