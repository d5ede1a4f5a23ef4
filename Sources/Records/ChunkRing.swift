private import Glibc

/// Hands a fixed number of chunks round: reader, workers, writer, and back, in order.
///
/// It is what bounds memory: a reader that is ahead waits for the writer.
final class ChunkRing: @unchecked Sendable {
  // SAFETY: `@unchecked` because every stored `var` is used under `lock` only.

  private let chunks: [Chunk]
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  // Invariant: `written <= taken <= filled <= written + chunks.count`; chunk `n` of the run is
  // `chunks[n % chunks.count]`, and `isScreened` tells of those in `written..<taken`.
  private var filled = 0
  private var taken = 0
  private var written = 0
  private var isScreened: [Bool]
  private var isFinished = false
  private var isCancelled = false
  private var sampleBound: UInt64

  /// Creates a ring of `count` chunks; nothing of rank `sampleBound` or more is sampled.
  init(count: Int, chunkByteCount: Int, sampleBound: UInt64) {
    chunks = (0..<count).map { _ in Chunk(capacity: chunkByteCount) }
    isScreened = Array(repeating: false, count: count)
    self.sampleBound = sampleBound
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  private func locked<T>(_ body: () -> T) -> T {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }

  private func change(_ body: () -> Void) {
    locked(body)
    pthread_cond_broadcast(changed)
  }

  private func wait(until isReady: () -> Bool) {
    while !isReady() && !isCancelled { pthread_cond_wait(changed, lock) }
  }

  /// For the reader: the chunk to fill next, or nil when the run is cancelled.
  func chunkToFill() -> Chunk? {
    locked {
      wait { filled < written + chunks.count }
      return isCancelled ? nil : chunks[filled % chunks.count]
    }
  }

  /// For the reader: passes on the chunk that it was given last.
  func submit() {
    change {
      isScreened[filled % chunks.count] = false
      filled += 1
    }
  }

  /// For the reader: there are no more chunks.
  func finish() { change { isFinished = true } }

  /// For a worker: a chunk with its number, and the bound of ranks to sample; nil at the end.
  func chunkToScreen() -> (chunk: Chunk, number: Int, sampleBound: UInt64)? {
    locked {
      wait { taken < filled || isFinished }
      guard !isCancelled, taken < filled else { return nil }
      taken += 1
      return (chunks[(taken - 1) % chunks.count], taken - 1, sampleBound)
    }
  }

  /// For a worker: passes on a chunk.
  func markScreened(_ number: Int) {
    change { isScreened[number % chunks.count] = true }
  }

  /// For the writer: the next chunk in input order, or nil at the end.
  func chunkToWrite() -> Chunk? {
    locked {
      wait {
        written < taken && isScreened[written % chunks.count] || isFinished && written == filled
      }
      guard !isCancelled, written < filled else { return nil }
      return chunks[written % chunks.count]
    }
  }

  /// For the writer: gives back the chunk that it was given last.
  func release(sampleBound: UInt64) {
    change {
      written += 1
      self.sampleBound = sampleBound
    }
  }

  /// Makes everyone stop.
  func cancel() { change { isCancelled = true } }

  /// Whether ``cancel()`` was called.
  var wasCancelled: Bool { locked { isCancelled } }
}
