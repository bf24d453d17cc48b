import type { Config } from '../config/config.ts';
import { loadMaterial } from '../config/load-material.ts';
import { ProblemsError } from '../errors.ts';
import type { InForce } from '../in-force.ts';
import { renderError } from '../text/terminal/render-error.ts';
import type { Call } from './verb.ts';
import { workingDirs } from './working-dirs.ts';

/** Takes the material of the files. Broken files cost no more than the material: nothing else rests on it. */
export const openMaterial = async ({ process, global }: Call, config: Config, inForce: InForce): Promise<void> => {
  const { material: dirs } = workingDirs(process.root, process.cwd, config);
  try {
    inForce.replace({ material: await loadMaterial(dirs, inForce.readers()) });
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    process.stderr.write(`${renderError(error, global.lang).message}\n`);
  }
};
