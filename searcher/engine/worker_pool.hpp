// Threads that share out the tasks of one search at a time.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace newsdex {

class WorkerPool {
 public:
  /// `workers` includes the caller of run(); 0 stands for one a core, sixteen at most. Threads are
  /// started when first needed: a single small search never pays for them; there may be fewer than
  /// asked for.
  explicit WorkerPool(unsigned workers);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  [[nodiscard]] unsigned workers() const { return workers_; }

  /// Calls `task(worker, i)` for every i below `tasks`, each once, on any of the workers, which are
  /// numbered from 0 (the caller). Returns when all are done; an exception of a task ends the
  /// handing out of tasks and is thrown on.
  using Task = std::function<void(unsigned worker, std::size_t i)>;
  void run(std::size_t tasks, const Task& task);

 private:
  void start();
  void serve(unsigned worker);
  void work(unsigned worker);

  unsigned workers_;
  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::condition_variable done_;
  std::uint64_t round_ = 0;  // counts calls of run()
  unsigned busy_ = 0;        // threads that still work on this round
  bool stopping_ = false;
  const Task* task_ = nullptr;
  std::size_t tasks_ = 0;
  std::atomic<std::size_t> next_ = 0;
  std::exception_ptr error_;
};

}  // namespace newsdex
