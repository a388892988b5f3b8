#include "engine/worker_pool.hpp"

#include <algorithm>
#include <system_error>

namespace newsdex {
namespace {

// Of a search that computes; more would wait for each other and for memory.
constexpr unsigned kMostComputing = 16;

}  // namespace

WorkerPool::WorkerPool(unsigned workers)
    : workers_(workers == 0 ? std::clamp(std::thread::hardware_concurrency(), 1U, kMostComputing)
                            : workers) {}

WorkerPool::~WorkerPool() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

// Where the system allows no more threads, those that there are do the work.
void WorkerPool::start() {
  try {
    for (unsigned worker = 1; worker < workers_; ++worker) {
      threads_.emplace_back([this, worker] { serve(worker); });
    }
  } catch (const std::system_error&) {
    workers_ = static_cast<unsigned>(threads_.size()) + 1;
  }
}

void WorkerPool::run(std::size_t tasks, const Task& task) {
  if (threads_.empty()) start();
  {
    const std::lock_guard lock(mutex_);
    task_ = &task;
    tasks_ = tasks;
    next_ = 0;
    error_ = nullptr;
    busy_ = static_cast<unsigned>(threads_.size());
    ++round_;
  }
  wake_.notify_all();
  work(0);
  std::unique_lock lock(mutex_);
  done_.wait(lock, [this] { return busy_ == 0; });
  if (error_) std::rethrow_exception(error_);
}

void WorkerPool::serve(unsigned worker) {
  std::uint64_t seen = 0;
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [&] { return stopping_ || round_ != seen; });
    if (stopping_) return;
    seen = round_;
    lock.unlock();
    work(worker);
    lock.lock();
    if (--busy_ == 0) done_.notify_one();
  }
}

void WorkerPool::work(unsigned worker) {
  try {
    for (std::size_t i = next_++; i < tasks_; i = next_++) (*task_)(worker, i);
  } catch (...) {
    next_ = tasks_;
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::current_exception();
  }
}

}  // namespace newsdex
