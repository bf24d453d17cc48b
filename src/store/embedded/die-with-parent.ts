import { runTool } from './run-tool.ts';

// A shell that ends the program when its own standard input closes, which our death does. It waits for the program and gives
// its exit code; a wait that a signal broke off is taken up again.
const SHELL = `exec 3<&0
"$@" 3<&- </dev/null &
program=$!
trap 'kill -TERM $program' TERM INT HUP
(trap - TERM INT HUP; read -r _ <&3; kill -TERM $program) 2>/dev/null &
watch=$!
exec 3<&- </dev/null
wait $program; code=$?
while kill -0 $program 2>/dev/null; do wait $program; code=$?; done
kill -TERM $watch 2>/dev/null
exit $code`;

/** The words to put before a command so that it ends when this process is killed, even by -9. Empty where nothing does that. */
export async function dieWithParent(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): Promise<string[]> {
  if (platform === 'win32') return [];
  if (platform === 'linux') {
    const setpriv = ['setpriv', '--pdeathsig', 'TERM', '--'];
    // Busybox has a setpriv that does not know the option.
    const [command = '', ...args] = [...setpriv, 'true'];
    if ((await runTool({ command, args, env, timeoutMs: 5_000 })).code === 0) return setpriv;
  }
  return ['sh', '-c', SHELL, 'sh'];
}
