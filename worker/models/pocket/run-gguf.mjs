// Answers the prompts of evaluate.py with a GGUF through node-llama-cpp (greedy).
//   node run-gguf.mjs model.gguf eval.jsonl out.jsonl [raw|chat] [limit]
// THREADS=1 computes on one thread; PROBS=1 adds the likeliest tokens of every step.
// raw  the ChatML text is written here; chat  through LlamaChatSession and the template of the file
import fs from "node:fs";
import {getLlama, LlamaChatSession} from "node-llama-cpp";

const MAX_TOKENS = 220; // of a reply, as evaluate.py has it; the shop's prompts say another
const [file, input, output, mode = "raw", limit = "0"] = process.argv.slice(2);
const llama = await getLlama({build: "never", gpu: false, logLevel: "error"});
const model = await llama.loadModel({modelPath: file});
const context = await model.createContext({contextSize: 1024, sequences: 1, threads: Number(process.env.THREADS ?? 0) || undefined});
const seq = context.getSequence();
let rows = fs.readFileSync(input, "utf8").trim().split("\n").map((l) => JSON.parse(l));
if (Number(limit)) rows = rows.slice(0, Number(limit));
const session = mode === "chat" ? new LlamaChatSession({contextSequence: seq, autoDisposeSequence: false}) : null;
if (session) console.log("chat wrapper:", session.chatWrapper.wrapperName);
fs.writeFileSync(output, "");
const keep = (e) => fs.appendFileSync(output, JSON.stringify(e) + "\n"); // at once: a run that is cut short is not lost
let tokensOut = 0, tokensIn = 0, genMs = 0, preMs = 0, genCpuMs = 0;
for (const e of rows) {
    if (mode === "chat") {
        session.setChatHistory(e.system ? [{type: "system", text: e.system}] : []);
        e.out = await session.prompt(e.user, {temperature: 0, maxTokens: e.max_tokens ?? MAX_TOKENS});
        keep(e);
        continue;
    }
    const text = (e.system ? `<|im_start|>system\n${e.system}<|im_end|>\n` : "") +
        `<|im_start|>user\n${e.user}<|im_end|>\n<|im_start|>assistant\n`;
    const tokens = model.tokenize(text, true);
    await seq.clearHistory();
    const out = [];
    let t0 = performance.now(), first = 0, cpu;
    for await (const t of seq.evaluate(tokens, {temperature: 0, yieldEogToken: true})) {
        if (!first) {
            first = performance.now();
            cpu = process.cpuUsage();
        }
        if (model.isEogToken(t) || out.length >= (e.max_tokens ?? MAX_TOKENS)) break;
        out.push(t);
    }
    preMs += first - t0;
    genMs += performance.now() - first;
    const {user, system} = process.cpuUsage(cpu);       // of all threads: on a machine that others use too, it tells more than the clock
    genCpuMs += (user + system) / 1000;
    tokensOut += out.length;
    tokensIn += tokens.length;
    e.out = model.detokenize(out);
    e.out_tokens = out;
    e.in_tokens = tokens.length;
    e.in_ids = tokens;
    if (process.env.PROBS) {                            // at every token of the reply the five likeliest, for evaluate.py agree
        await seq.clearHistory();
        const asked = {generateNext: {probabilities: true, options: {temperature: 1, topK: 0, topP: 1, minP: 0}}};
        const results = await seq.controlledEvaluate([...tokens.slice(0, -1), ...[tokens.at(-1), ...out].map((t) => [t, asked])]);
        e.likeliest = results.slice(tokens.length - 1).map((x) => [...x.next.probabilities.entries()].slice(0, 5));
    }
    keep(e);
}
if (mode === "raw")
    console.log(JSON.stringify({rows: rows.length, tokensIn, tokensOut, promptTokensPerSecond: Math.round(tokensIn / preMs * 1000),
        tokensPerSecond: Math.round(tokensOut / genMs * 1000),
        tokensPerCpuSecond: Math.round(tokensOut / genCpuMs * 1000), msPerReply: Math.round((preMs + genMs) / rows.length)}));
await llama.dispose();
