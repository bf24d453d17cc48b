import { parentPort, workerData } from 'node:worker_threads';
import type { Taught } from './intents/add-lessons.ts';
import { encodeModel } from './intents/model-file.ts';
import { trainTaught } from './intents/train-taught.ts';

// A thread of its own, so that messages go on being answered while a model is trained.
parentPort?.postMessage(encodeModel(trainTaught(workerData as Taught)));
