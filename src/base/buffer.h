// An array for numbers that are written before they are read.
#pragma once

#include <cstddef>
#include <memory>
#include <utility>

namespace lede {

/// Unlike a vector it never fills itself with zeros, which would cost as much as what is then written.
template <class T>
class Buffer {
  public:
    Buffer() = default;
    Buffer(Buffer&& other) noexcept
        : data_(std::move(other.data_)),
          room_(std::exchange(other.room_, 0)),
          size_(std::exchange(other.size_, 0)) {}
    Buffer& operator=(Buffer&& other) noexcept {
        data_ = std::move(other.data_);
        room_ = std::exchange(other.room_, 0);
        size_ = std::exchange(other.size_, 0);
        return *this;
    }

    /// Makes room for `size` elements, whose values are undefined, and forgets those it had.
    T* make(std::size_t size) {
        if (size > room_) {
            data_.reset(new T[size]);  // std::make_unique would fill it
            room_ = size;
        }
        size_ = size;
        return data_.get();
    }

    T* data() { return data_.get(); }
    const T* data() const { return data_.get(); }
    std::size_t size() const { return size_; }

  private:
    std::unique_ptr<T[]> data_;
    std::size_t room_ = 0, size_ = 0;
};

}  // namespace lede
