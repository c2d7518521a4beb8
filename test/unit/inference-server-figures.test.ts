import { describe, expect, it } from 'vitest'
import { readServerFigures } from '@/lib/inference/read-server-figures'

describe('the figures of an inference server', () => {
  it('are read from our worker’s metrics', () => {
    const text = `# HELP vllm:num_requests_running Requests being answered
# TYPE vllm:num_requests_running gauge
vllm:num_requests_running{model_name="Qwen3"} 2
vllm:num_requests_waiting{model_name="Qwen3"} 1
deskhand:slots{model_name="Qwen3"} 4
deskhand:queue_capacity{model_name="Qwen3"} 32
vllm:generation_tokens_total{model_name="Qwen3"} 900
vllm:e2e_request_latency_seconds_bucket{le="0.03",model_name="Qwen3"} 1
vllm:e2e_request_latency_seconds_sum{model_name="Qwen3"} 40
vllm:e2e_request_latency_seconds_count{model_name="Qwen3"} 10
vllm:time_to_first_token_seconds_count{model_name="Qwen3"} 12
vllm:inter_token_latency_seconds_sum{model_name="Qwen3"} 29.6
vllm:prefix_cache_queries_total{model_name="Qwen3"} 1000
vllm:prefix_cache_hits_total{model_name="Qwen3"} 750
process_start_time_seconds 1764115200
`
    expect(readServerFigures(text)).toEqual({
      running: 2,
      waiting: 1,
      slots: 4,
      queueCapacity: 32,
      tokens: 900,
      replies: 10,
      tokensPerSecond: 30,
      prefixHitShare: 0.75,
      startedAt: '2025-11-26T00:00:00.000Z',
    })
  })

  it('of several models behind one address are added up', () => {
    const text = 'vllm:num_requests_running{engine="0"} 2.0\nvllm:num_requests_running{engine="1"} 3.0 1764115200000\n'
    expect(readServerFigures(text)).toMatchObject({ running: 5, waiting: null, tokensPerSecond: null, startedAt: null })
  })

  it('are none where nothing has been written yet', () => {
    const text = 'vllm:generation_tokens_total 0\nvllm:inter_token_latency_seconds_sum 0\nvllm:time_to_first_token_seconds_count 0\n'
    expect(readServerFigures(text)).toMatchObject({ tokens: 0, tokensPerSecond: null, prefixHitShare: null })
  })

  it.each(['', '<html><body>404</body></html>', 'llamacpp:requests_processing 1', 'vllm:num_requests_running NaN', '\0{{{'])(
    'are null where a server tells none: %j',
    (text) => {
      expect(readServerFigures(text)).toBeNull()
    },
  )
})
