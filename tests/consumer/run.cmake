# Installs the build in BUILD_DIR, builds the consumer beside it against that copy, and runs it.
#   cmake -DBUILD_DIR=... -DBUILD_TYPE=... -DCXX_COMPILER=... -P run.cmake
set(work ${BUILD_DIR}/consumer)
file(REMOVE_RECURSE ${work})

function(run)
  execute_process(COMMAND ${ARGN} COMMAND_ECHO STDOUT COMMAND_ERROR_IS_FATAL ANY)
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD_DIR} --prefix ${work}/prefix)
run(${CMAKE_COMMAND} -S ${CMAKE_CURRENT_LIST_DIR} -B ${work}/build -G Ninja -DCMAKE_PREFIX_PATH=${work}/prefix
    -DCMAKE_BUILD_TYPE=${BUILD_TYPE} -DCMAKE_CXX_COMPILER=${CXX_COMPILER})
run(${CMAKE_COMMAND} --build ${work}/build)
run(${work}/build/consumer)

# What is private stays so.
file(GLOB_RECURSE private ${work}/prefix/*_internal.h)
if(private)
  message(FATAL_ERROR "private headers were installed: ${private}")
endif()
